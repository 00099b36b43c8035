package jp.kyufu.register;

/**
 * The columns of a register extract; {@link RegisterWords} knows their headers. Those from {@link
 * #FORMER_SURNAME} on may be missing, for not every city keeps them in its extract.
 */
enum RegisterColumn {
    RESIDENT_NO,
    HOUSEHOLD_NO,
    NAME,
    KANA,
    BIRTH_DATE,
    SEX,
    RELATION,
    POSTAL_CODE,
    ADDRESS,
    BUILDING,
    NATIONALITY,
    RESIDENT_FROM,
    CHANGE,
    CHANGED_ON,
    PROTECTED,
    FORMER_SURNAME,
    FORMER_SURNAME_KANA,
    ALIAS,
    ALIAS_KANA;

    boolean required() {
        return compareTo(FORMER_SURNAME) < 0;
    }
}
