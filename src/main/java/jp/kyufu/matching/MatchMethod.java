package jp.kyufu.matching;

/** How an application found its resident; stored and exported by name (file contract §8). */
public enum MatchMethod {
    /** The printed number, confirmed by name or kana and birth date of a member. */
    NUMBER,
    /** Name, kana, birth date and address. */
    PASS_1,
    /** Name, kana and birth date. */
    PASS_2,
    /** Name and birth date. */
    PASS_3,
    /** Kana, birth date and address. */
    PASS_4,
    /** Kana and birth date, where the applicant wrote no name. */
    PASS_5,
    /** A person of the office decided. */
    PERSON
}
