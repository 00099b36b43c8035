package jp.kyufu.audit;

import java.time.OffsetDateTime;

/**
 * One act as it stands in the chain.
 *
 * @param detail JSON
 * @param hash SHA-256 over this event and the hash of the one before, in hex
 */
public record AuditEvent(
        long seq,
        OffsetDateTime at,
        String person,
        String act,
        String object,
        String detail,
        String hash) {}
