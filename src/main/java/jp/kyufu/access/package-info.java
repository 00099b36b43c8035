/**
 * People, their roles and until when they may act. Owns tables person, person_role, credential and
 * sign_in. Nobody grants a role to himself; a role once granted stands with who granted it and
 * when.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "audit"})
package jp.kyufu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
