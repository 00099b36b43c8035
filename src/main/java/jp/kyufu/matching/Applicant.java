package jp.kyufu.matching;

/**
 * What matching knows of an application without opening it. Keys are those of {@link
 * jp.kyufu.text.Keys}, 0 where the form says nothing.
 *
 * @param printedNo last ten digits of the household number printed on the notice, or {@link #NONE}
 * @param birthDay epoch day of the birth date, or {@link #NONE} where missing or unreadable
 * @param notThese numbers of residents, packed, of whom a person has said that it is not theirs
 */
record Applicant(
        long id,
        long printedNo,
        int birthDay,
        long writtenKey,
        long nameKey,
        long kanaKey,
        long addressKey,
        long[] notThese) {

    static final int NONE = Facts.UNKNOWN;

    private static final long[] NOBODY = {};

    Applicant(
            long id,
            long printedNo,
            int birthDay,
            long writtenKey,
            long nameKey,
            long kanaKey,
            long addressKey) {
        this(id, printedNo, birthDay, writtenKey, nameKey, kanaKey, addressKey, NOBODY);
    }

    /** The same without these residents. */
    Applicant not(long[] residentNos) {
        return residentNos.length == 0
                ? this
                : new Applicant(
                        id,
                        printedNo,
                        birthDay,
                        writtenKey,
                        nameKey,
                        kanaKey,
                        addressKey,
                        residentNos);
    }

    /** Whether no person has ruled this resident out. */
    boolean mayBe(long residentNo) {
        for (long not : notThese) {
            if (not == residentNo) {
                return false;
            }
        }
        return true;
    }

    boolean isNameless() {
        return writtenKey == 0 && kanaKey == 0;
    }

    boolean hasBirthDay() {
        return birthDay != NONE;
    }
}
