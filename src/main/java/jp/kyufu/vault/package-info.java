/**
 * Keys, encryption and fingerprints. Input: key files outside the database, made at the first
 * start. Output: ciphertext for everything that names a person or an account, fingerprints by which
 * equal accounts are found, charge codes. Owns table data_key. A row once sealed opens for ever: a
 * new data key never replaces an old one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database"})
package jp.kyufu.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
