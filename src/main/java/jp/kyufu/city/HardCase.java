package jp.kyufu.city;

/**
 * What makes a person hard to find or easy to mistake, in a hard city. Written from what happens in
 * registers and on forms, not from what matching can do. How often: {@code hard-city.properties}.
 */
enum HardCase implements Case {
    /** The head and a twin in one household. */
    TWINS(Need.TWINS),
    /** Twins whose given names differ in one character, each in a household. */
    TWINS_ALIKE(Need.SINGLE, 2),
    /** Same name, same birth date, two households; the form says where. */
    NAMESAKES(Need.SINGLE, 2),
    /** The same, and nothing on the form tells them apart. */
    NAMESAKES_UNTOLD(Need.SINGLE, 2),
    /** Father and son, one character apart, two households at one address. */
    FATHER_AND_SON(Need.SINGLE, 2),
    /** Same given name and birth date, surnames of one sound or one character apart. */
    ONE_CHARACTER(Need.SINGLE, 2),
    NAME_OCR(Need.ANY),
    KANA_OCR(Need.ANY),
    /** A digit of the birth date misread: 1 and 7, 3 and 8, ... */
    BIRTH_OCR(Need.ANY),
    /** A digit of the house number misread. */
    ADDRESS_OCR(Need.ANY),
    KANA_MISSING(Need.ANY),
    /** The name is written in kana only. */
    NAME_IN_KANA(Need.ANY),
    /** Given name first, in name and kana. */
    NAME_SWAPPED(Need.ANY),
    LATIN_ORDER(Need.LATIN),
    /** Small letters, no space, a comma or a hyphen. */
    LATIN_CASE(Need.LATIN),
    /** The register has a middle name; the form has its initial or nothing. */
    LATIN_MIDDLE(Need.LATIN),
    /** The register has no kana. */
    LATIN_NO_KANA(Need.LATIN),
    /** The register has no kana, the form nothing but kana. */
    LATIN_IN_KANA(Need.LATIN),
    /** 通称: the register carries it, the form has nothing else. */
    ALIAS(Need.LATIN),
    /** 旧氏: the register carries it, the form has nothing else. */
    FORMER_NAME(Need.ANY),
    /** A maiden name that the register does not know. */
    MAIDEN_NAME(Need.ANY),
    /** The old address, inside the city. */
    MOVER(Need.ANY),
    /** The old address, in another city. */
    MOVER_FROM_ELSEWHERE(Need.ANY),
    /** Many old people at one address, some with a birth date a slip away. */
    INSTITUTION(Need.SINGLE),
    HEAD_NOT_OLDEST(Need.ELDER),
    BIRTH_DAY_MONTH(Need.ANY),
    BIRTH_ERA(Need.SINGLE),
    BIRTH_YEAR(Need.ANY),
    /** Two or three slips at once. */
    SEVERAL_SLIPS(Need.ANY),
    /** A mistyped number that is another household's. */
    NUMBER_MISTYPED(Need.ANY),
    /** The notice of the twin one character apart. */
    NUMBER_OF_TWIN(Need.SINGLE, 2),
    /** The father's notice: a name one character apart at one address. */
    NUMBER_OF_FATHER(Need.SINGLE, 2),
    /** Somebody who is not in the register, with a resident's notice. */
    NUMBER_STOLEN(Need.ANY),
    NOT_RESIDENT(Need.ANY),
    /** Not in the register, and a namesake of the same birth date is. */
    NOT_RESIDENT_NAME_BIRTH(Need.ANY),
    /** Not in the register, and a namesake at that address is. */
    NOT_RESIDENT_NAME_ADDRESS(Need.ANY),
    /** One person under two resident numbers. */
    REGISTER_DUPLICATE(Need.SINGLE, 2);

    private final Need need;
    private final int homes;
    private final int share = Integer.parseInt(Lexicon.share(name()));

    HardCase(Need need) {
        this(need, 1);
    }

    HardCase(Need need, int homes) {
        this.need = need;
        this.homes = homes;
    }

    @Override
    public int homes() {
        return homes;
    }

    /** Of households; where two take part, of the blocks of four they stand in. */
    @Override
    public int online() {
        return homes == 1 ? share : share * CasePlan.BLOCK / homes;
    }

    @Override
    public int paper() {
        return online();
    }

    @Override
    public Need need() {
        return need;
    }
}
