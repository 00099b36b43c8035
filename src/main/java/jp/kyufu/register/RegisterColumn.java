package jp.kyufu.register;

/** The columns of a register extract; {@link RegisterWords} knows their headers. */
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
    PROTECTED
}
