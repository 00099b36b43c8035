/**
 * Files for one reader: encrypted for the bank's or the provider's key and signed with the city's,
 * as OpenPGP messages (RFC 4880) that GnuPG reads. Input: plain bytes and key files named by the
 * configuration. Output: the message. Owns nothing; keeps no key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value"})
package jp.kyufu.openpgp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
