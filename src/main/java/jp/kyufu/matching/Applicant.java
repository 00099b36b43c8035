package jp.kyufu.matching;

/**
 * What matching knows of an application without opening it. Keys are those of {@link
 * jp.kyufu.text.Keys}, 0 where the form says nothing.
 *
 * @param printedNo last ten digits of the household number printed on the notice, or {@link #NONE}
 * @param birthDay epoch day of the birth date, or {@link #NONE} where missing or unreadable
 */
record Applicant(
        long id,
        long printedNo,
        int birthDay,
        long writtenKey,
        long nameKey,
        long kanaKey,
        long addressKey) {

    static final int NONE = Integer.MIN_VALUE;

    boolean isNameless() {
        return writtenKey == 0 && kanaKey == 0;
    }

    boolean hasBirthDay() {
        return birthDay != NONE;
    }
}
