/**
 * The words every stage shares: value types, states, reason codes, refusals and checks. Depends on
 * nothing, owns no table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.kyufu.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
