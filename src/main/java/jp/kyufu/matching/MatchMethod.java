package jp.kyufu.matching;

/** How an application found its resident; stored and exported by name (file contract §8). */
public enum MatchMethod {
    /** The printed number, confirmed by name or kana and birth date of a member. */
    NUMBER,
    /** Name, kana, birth date and address. */
    PASS_1,
    /** Name, birth date and address. */
    PASS_2,
    /** Kana, birth date and address. */
    PASS_3,
    /** Name, kana and birth date, where nobody else comes near. */
    PASS_4,
    /** Name and birth date, where nobody else comes near. */
    PASS_5,
    /** Kana and birth date, where the applicant wrote no name and nobody else comes near. */
    PASS_6,
    /** 旧氏 or 通称 or the reading of one, birth date and address. */
    PASS_7,
    /** The weight of all that agrees, where nobody else comes near. */
    SCORE,
    /** A person of the office decided. */
    PERSON
}
