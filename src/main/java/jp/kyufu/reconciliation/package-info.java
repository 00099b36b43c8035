/**
 * What bank and point provider answered. Input: return files, point results. Output: every line in
 * exactly one bucket, postings to SETTLED and RETURNED, findings for people; and the one way to
 * another attempt, a person's resolution of such a finding. Owns result_file and result_line, which
 * are only added to. Invariants: unknown is never success; a line is joined by payment number and
 * cross-checked; the same bytes are taken once.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "text",
            "database",
            "vault",
            "access",
            "audit",
            "bank",
            "program",
            "payment",
            "dispatch"
        })
package jp.kyufu.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
