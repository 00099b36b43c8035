package jp.kyufu.payment;

import java.time.LocalDate;

/**
 * Why a set of payments moves: one act of one person or one job.
 *
 * @param act a stable word, such as RESULT
 * @param why in the person's words, or empty
 * @param cause the file, result file, finding or run that led to it
 */
public record Posting(
        short program, LocalDate day, String person, String act, String why, String cause) {}
