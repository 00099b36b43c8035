/**
 * "Is it paid?" One application's whole story, by receipt number: what was decided and why, every
 * movement of its payments, what people said. Reads the tables of all stages, writes none.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "access", "audit", "program"})
package jp.kyufu.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
