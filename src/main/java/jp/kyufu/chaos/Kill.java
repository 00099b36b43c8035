package jp.kyufu.chaos;

/**
 * One kill that is to come.
 *
 * @param stage in which
 * @param fraction of the stage's measured time that passes before, from 0 to 1
 */
record Kill(Stage stage, double fraction, Victim victim) {}
