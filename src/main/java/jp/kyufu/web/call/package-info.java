/** Pages of the call center: the search, the case in one screen, the note of a call. */
@NullMarked
package jp.kyufu.web.call;

import org.jspecify.annotations.NullMarked;
