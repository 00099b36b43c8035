/**
 * What is owed to whom, and every movement of it. Input: decisions. Output: payments with one share
 * a resident, and one posting for every movement. Owns posting, payment_counter, payment,
 * payment_share and payment_event, which only the database's own functions write (V100).
 * Invariants: one live payment a resident, SETTLED is live for ever, numbers without gaps; db/check
 * counts them anew.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database"})
package jp.kyufu.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
