/** Kyufu: pays a city's residents once, to the right person, with books that close. */
@NullMarked
package jp.kyufu;

import org.jspecify.annotations.NullMarked;
