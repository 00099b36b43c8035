package jp.kyufu.city;

/** What a household must be like for a case to happen in it. */
enum Need {
    ANY,
    /** One person. */
    SINGLE,
    /** A head and an adult spouse, perhaps more. */
    COUPLE,
    /** A husband as head, a wife and children under 16. */
    FAMILY,
    /** A head and a much older parent. */
    ELDER,
    /** A head with a twin. */
    TWINS,
    /** Foreign residents in Latin letters. */
    LATIN,
    /** A surname in a variant kanji. */
    VARIANT,
    /** A head born in 1989 after 7 January. */
    BORN_1989
}
