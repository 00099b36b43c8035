/**
 * Snapshots of the resident register. Input: an extract as of a date (file contract §1). Output:
 * {@code register_snapshot}, {@code resident} and {@code resident_alias}. A row never changes,
 * except that a newer complete extract takes over as the current one of every person it names;
 * extracts are completed in the order of their as-of dates. Rows of an import are invisible until
 * it is complete.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "text", "database", "audit", "upload", "kanji"})
package jp.kyufu.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
