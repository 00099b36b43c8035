/**
 * The pages of finance: transfer and point files from submission to the bank's word, the books
 * against bank and provider with the daily close, returned payments, recoveries. What may be done
 * is asked of the stages; here it is shown and handed on.
 */
@NullMarked
package jp.kyufu.web.finance;

import org.jspecify.annotations.NullMarked;
