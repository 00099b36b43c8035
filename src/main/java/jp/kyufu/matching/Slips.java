package jp.kyufu.matching;

/** What only the strings tell: whether one applicant and a resident are one character apart. */
interface Slips {

    boolean name(int resident);

    boolean kana(int resident);
}
