package jp.kyufu.city;

/** Difficulties in who wrote: the printed number, the name, the birth date. */
enum IdentityCase implements Case {
    /** Nothing is wrong; what no other case takes. */
    ORDINARY(0, 0, Need.ANY),
    NUMBER_ABSENT(2300, 2300, Need.ANY),
    NUMBER_LOST_ZEROS(1500, 200, Need.ANY),
    /** Mistyped, and the check digit shows it. */
    NUMBER_CHECK_DIGIT(300, 150, Need.ANY),
    /** 世帯番号 of more than ten digits: the last ten are printed. */
    NUMBER_LONG(30, 30, Need.ANY),
    /** The neighbour's notice. */
    NUMBER_OF_ANOTHER(60, 40, Need.ANY),
    /** Somebody who is not in the register sends a resident's number. */
    NUMBER_WITH_STRANGER(10, 10, Need.ANY),
    /** The register has a variant kanji, the applicant writes the common one. */
    VARIANT_KANJI(1500, 1500, Need.VARIANT),
    KANA_MISSING(500, 800, Need.ANY),
    NAME_SLIP(200, 300, Need.ANY),
    KANA_SLIP(200, 300, Need.ANY),
    BIRTH_SLIP(200, 300, Need.ANY),
    /** Given name first; the kana is right. */
    NAME_SWAPPED(60, 20, Need.ANY),
    /** Another surname than the register's. */
    MAIDEN_NAME(20, 20, Need.ANY),
    LATIN_NAME(1500, 1500, Need.LATIN),
    LATIN_WITHOUT_KANA(500, 500, Need.LATIN),
    TWINS(80, 80, Need.TWINS),
    /** 昭和64年 after 7 January 1989. */
    ERA_OVERRUN(60, 100, Need.BORN_1989),
    NAME_MISSING(10, 30, Need.ANY),
    BIRTH_UNREADABLE(10, 40, Need.ANY),
    /** No number and the birth date a digit away: only scoring finds it. */
    NUMBER_ABSENT_AND_SLIP(25, 25, Need.ANY),
    NOT_RESIDENT(150, 150, Need.ANY);

    private final int online;
    private final int paper;
    private final Need need;

    IdentityCase(int online, int paper, Need need) {
        this.online = online;
        this.paper = paper;
        this.need = need;
    }

    @Override
    public int online() {
        return online;
    }

    @Override
    public int paper() {
        return paper;
    }

    @Override
    public Need need() {
        return need;
    }
}
