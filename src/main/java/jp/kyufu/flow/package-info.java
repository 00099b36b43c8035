/**
 * Work on all cores that keeps its order, what a person sees of it while it runs, and figures that
 * are kept until something changes. Owns nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value"})
package jp.kyufu.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
