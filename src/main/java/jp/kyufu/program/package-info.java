/**
 * Terms of a program: whom it pays, how much over which rail, from which budget, through which bank
 * and on which days. Input: the program file (file contract §11). Owns program, budget_line and
 * program_amendment. Invariants: a code is opened once; rates, caps, reference date and consignor
 * never change once a payment exists; every amendment is kept with the terms before and after it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "text", "database", "audit", "access"})
package jp.kyufu.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
