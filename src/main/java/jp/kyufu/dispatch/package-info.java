/**
 * Transfer and point files: build, submit, approve, release (design §3.4 to §3.7), and what happens
 * to a file until bank or provider has spoken: sendings, doubts, stops, alarms. Input: planned
 * payments that the gate lets through, with their accounts. Output: bytes made once and stored
 * sealed, written outside the database only after release. Owns dispatch_file, dispatch_item,
 * approval, file_evidence, resend_request, sending, sending_done, payment_stop and stop_answer,
 * which only the database's own functions change (V105, V110, V111). Invariants: a payment stands
 * in one file that counts, approval binds the bytes, maker, approver and releaser are three people,
 * a released file is never made or released again, a doubt ends by evidence alone, the same bytes
 * are sent twice by two people only.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "database",
            "flow",
            "vault",
            "access",
            "audit",
            "bank",
            "program",
            "payment",
            "openpgp"
        })
package jp.kyufu.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
