package jp.kyufu.matching;

/**
 * One resident as matching holds him or her.
 *
 * @param residentNo 宛名番号, packed ({@link PackedNumber})
 * @param householdNo 世帯番号, packed
 * @param birthDay epoch day, or {@link Applicant#NONE} where the register itself does not know
 * @param givenKey of the given name ({@link jp.kyufu.text.BlockKeys})
 * @param townKey of the town
 * @param familyKey of the surname at its block
 * @param guarded whether his or her whereabouts are protected (支援措置)
 * @param left whether he or she left the register on or before the reference date
 */
record ResidentKeys(
        long residentNo,
        long householdNo,
        int birthDay,
        long writtenKey,
        long nameKey,
        long kanaKey,
        long addressKey,
        long givenKey,
        long townKey,
        long familyKey,
        boolean guarded,
        boolean left) {}
