/**
 * Complete? account valid? eligible? first of its household? Input: entitlements, matched
 * applications, the bank master and what people decided. Output: {@code decision} for every
 * application, {@code account} for what can be paid, {@code finding} for people.
 *
 * <p>A run computes every household afresh from the facts, whatever order they arrived in, and
 * writes what differs from the last run; so it may be repeated at any time. Applications whose
 * payment is in a file or beyond keep their decision.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "text",
            "bank",
            "database",
            "flow",
            "vault",
            "audit",
            "access",
            "program",
            "register",
            "intake",
            "matching"
        })
package jp.kyufu.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
