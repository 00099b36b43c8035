/**
 * Whether the books are safe: every invariant counted anew. Input: everything. Output: problems, by
 * name. Owns nothing and changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "audit", "dispatch"})
package jp.kyufu.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
