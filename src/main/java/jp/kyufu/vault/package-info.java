/**
 * Keys, encryption and fingerprints. Input: key files outside the database, made at the first
 * start. Output: ciphertext for everything that names a person or an account, fingerprints by which
 * equal accounts are found, charge codes. Owns tables data_key and master_key. A row once sealed
 * opens for ever: rotation replaces the master key and what it wrapped, and adds a data key; it
 * never replaces one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "access", "audit"})
package jp.kyufu.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
