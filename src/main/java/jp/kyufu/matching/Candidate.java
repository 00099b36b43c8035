package jp.kyufu.matching;

/**
 * A resident beside an applicant.
 *
 * @param weight in bits; 0 is even odds that the two are one person
 */
record Candidate(int resident, Pattern pattern, double weight) {

    /** As many as a person can compare. */
    static final int SHOWN = 10;

    /** Codes only, for the clerk who looks at a held application; names nobody. */
    String evidence() {
        return "%+.1f %s".formatted(weight, pattern.text());
    }
}
