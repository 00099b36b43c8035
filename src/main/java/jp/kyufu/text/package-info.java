/**
 * Japanese text as people and systems write it: width, kana, kanji variants, dates, addresses, and
 * the keys under which two ways of writing the same thing are equal. Pure functions over strings:
 * no state, no database, and no input makes them throw. Keys serve comparison only; what a register
 * or a person wrote is never replaced by its key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value"})
package jp.kyufu.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
