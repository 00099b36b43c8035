package jp.kyufu.matching;

/** How far one fact of an applicant agrees with a resident's; the order is from worst to best. */
enum Agreement {
    /** Different, or missing on one side. */
    NONE,
    /** One character, one digit or a known variant away. */
    SLIP,
    EXACT;

    static Agreement better(Agreement a, Agreement b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
