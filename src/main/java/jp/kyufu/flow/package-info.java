/**
 * Work on all cores that keeps its order, and what a person sees of it while it runs. Owns nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value"})
package jp.kyufu.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
