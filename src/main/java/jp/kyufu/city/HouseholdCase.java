package jp.kyufu.city;

/** Difficulties that lie in the register: moves, deaths, heads, protected persons. */
enum HouseholdCase implements Case {
    MEMBER_LEFT_BEFORE(300, 300, Need.COUPLE),
    MEMBER_LEFT_ON_THE_DAY(40, 40, Need.COUPLE),
    MEMBER_LEFT_AFTER(300, 300, Need.COUPLE),
    MEMBER_BORN_AFTER(150, 150, Need.FAMILY),
    MEMBER_BIRTH_UNKNOWN(60, 60, Need.COUPLE),
    HEAD_NOT_OLDEST(300, 300, Need.ELDER),
    HEAD_DIED_AFTER(150, 150, Need.COUPLE),
    HEAD_MOVED_OUT_AFTER(60, 60, Need.COUPLE),
    SINGLE_DIED_AFTER(60, 60, Need.SINGLE),
    /** Nobody is entitled any more. */
    HOUSEHOLD_LEFT_BEFORE(50, 50, Need.ANY),
    HOUSEHOLD_LEFT_ON_THE_DAY(15, 15, Need.ANY),
    ARRIVED_THE_DAY_BEFORE(40, 40, Need.ANY),
    ARRIVED_ON_THE_DAY(40, 40, Need.ANY),
    /** Nobody is entitled yet. */
    ARRIVED_THE_DAY_AFTER(50, 50, Need.ANY),
    /** The register has the new address, the applicant writes the old one. */
    MOVED_INSIDE(400, 400, Need.ANY),
    /** Many households at one address. */
    INSTITUTION(100, 300, Need.SINGLE),
    NO_HEAD(20, 20, Need.COUPLE),
    TWO_HEADS(20, 20, Need.COUPLE),
    PROTECTED_HEAD(40, 40, Need.FAMILY),
    /** Only the head applies; the shares of the others stay reserved. */
    PROTECTED_SILENT(40, 40, Need.FAMILY),
    /** Only the protected member applies. */
    PROTECTED_ALONE(15, 15, Need.FAMILY),
    PROTECTED_AFTER_HEAD(25, 25, Need.FAMILY),
    PROTECTED_BEFORE_HEAD(25, 25, Need.FAMILY),
    /** Two protected adults could claim the same child. */
    PROTECTED_CLAIM_UNCLEAR(5, 5, Need.FAMILY);

    private final int online;
    private final int paper;
    private final Need need;

    HouseholdCase(int online, int paper, Need need) {
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
