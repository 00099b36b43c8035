/**
 * Who did what, as a chain: each event holds the hash of the one before, so that a changed or
 * missing event shows. Owns table audit_event, which only the database's own functions write.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database"})
package jp.kyufu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
