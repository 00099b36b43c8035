/**
 * Transfer and point files: build, submit, approve, release (design §3.4 to §3.7). Input: planned
 * payments that the gate lets through, with their accounts. Output: bytes made once and stored
 * sealed, written outside the database only after release. Owns dispatch_file, dispatch_item,
 * approval and download, which only the database's own functions change (V105, V110). Invariants: a
 * payment stands in one file that counts, approval binds the bytes, maker, approver and releaser
 * are three people, a released file is never made or released again.
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
