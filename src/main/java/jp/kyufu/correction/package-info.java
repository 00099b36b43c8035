/**
 * What is corrected after payment. Input: facts about paid claims that people confirm, and
 * registers that prove somebody not entitled. Output: a further payment of the difference, planned
 * and never sent from here, or a recovery case with its own ledger. Owns correction, recovery_case,
 * recovery_request and recovery_entry, which only the database's own functions write (V102).
 * Invariants: a paid claim is never paid anew; a resident is asked for no more than his or her
 * share; what ends a case without money takes two people.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"value", "database", "access", "audit", "program", "payment"})
package jp.kyufu.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
