package jp.kyufu.city;

/** Difficulties in copies, rail, account and holder. */
enum AccountCase implements Case {
    IDENTITY_COPY_MISSING(900, 6200, Need.ANY),
    ACCOUNT_COPY_MISSING(900, 6200, Need.ANY),
    /** Both. */
    COPIES_MISSING(200, 1000, Need.ANY),
    COPY_MISSING_AND_BRANCH_UNKNOWN(50, 100, Need.ANY),
    ACCOUNT_MISSING(300, 150, Need.ANY),
    BANK_UNKNOWN(100, 100, Need.ANY),
    BRANCH_UNKNOWN(300, 200, Need.ANY),
    ACCOUNT_NUMBER_LONG(300, 150, Need.ANY),
    ACCOUNT_TYPE_UNKNOWN(100, 100, Need.ANY),
    /** Bank and ゆうちょ both given, and different. */
    ACCOUNT_AMBIGUOUS(100, 50, Need.ANY),
    YUCHO_INVALID(300, 150, Need.ANY),
    HOLDER_STRANGER(150, 100, Need.ANY),
    /** The head's kana with one slip: nobody's name. */
    HOLDER_SLIP(400, 150, Need.ANY),
    HOLDER_IN_KANJI(150, 50, Need.ANY),
    RAIL_MISSING(50, 100, Need.ANY),
    WALLET_INVALID(200, 50, Need.ANY),
    HOLDER_IS_MEMBER(300, 300, Need.COUPLE),
    /** A bank or branch code without its leading zeros. */
    ACCOUNT_LOST_ZERO(250, 150, Need.ANY),
    /** The account number without its leading zero: filled again. */
    ACCOUNT_SIX_DIGITS(800, 400, Need.ANY),
    /** Bank and ゆうちょ both given, the same account. */
    ACCOUNT_BOTH_EQUAL(60, 40, Need.ANY),
    YUCHO_CHECK_DIGIT(100, 60, Need.ANY);

    private final int online;
    private final int paper;
    private final Need need;

    AccountCase(int online, int paper, Need need) {
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
