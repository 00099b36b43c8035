package jp.kyufu.database;

/**
 * What was fixed when the data was made.
 *
 * @param training a place to practise: the day may be set, and charge codes come from a key that
 *     everybody knows
 */
public record Installation(boolean training) {}
