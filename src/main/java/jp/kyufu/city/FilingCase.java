package jp.kyufu.city;

/** Difficulties in how it was filed: twice, by whom, when, for whom. */
enum FilingCase implements Case {
    NO_APPLICATION(700, 700, Need.ANY),
    /** Online and on paper, in either order. */
    CROSS_CHANNEL(750, 0, Need.ANY),
    /** Again and again, up to 15 times. */
    REPEATED(250, 60, Need.ANY),
    /** Defective, then complete. */
    CORRECTED(800, 1500, Need.ANY),
    DEFECTIVE_TWICE(60, 100, Need.ANY),
    RECEIPT_REPEATED(20, 20, Need.ANY),
    RECEIPT_CONFLICT(15, 15, Need.ANY),
    NOT_HEAD(200, 200, Need.COUPLE),
    NOT_HEAD_OWN_ACCOUNT(80, 80, Need.COUPLE),
    HEAD_THEN_MEMBER(60, 60, Need.COUPLE),
    MEMBER_THEN_HEAD(40, 40, Need.COUPLE),
    OUTSIDE_WINDOW(60, 30, Need.ANY),
    DECLINED_FULL_NAME(200, 200, Need.COUPLE),
    DECLINED_GIVEN_NAME(130, 130, Need.COUPLE),
    DECLINER_UNKNOWN(20, 20, Need.ANY),
    ALL_DECLINED(40, 60, Need.ANY),
    MEMBER_COUNT_DIFFERS(200, 250, Need.ANY),
    PROXY(500, 900, Need.ANY),
    PROXY_HOLDER(150, 300, Need.ANY),
    PROXY_INCOMPLETE(150, 200, Need.ANY),
    LINE_BREAK_IN_ADDRESS(100, 0, Need.ANY),
    /** The rows of these are rejected: they leave no application. */
    ROW_COLUMN_COUNT(5, 5, Need.ANY),
    ROW_DATE(5, 5, Need.ANY),
    ROW_CONTROL_CHARACTER(5, 5, Need.ANY),
    ROW_RECEIPT_EMPTY(5, 5, Need.ANY),
    ROW_BYTES(0, 10, Need.ANY);

    private final int online;
    private final int paper;
    private final Need need;

    FilingCase(int online, int paper, Need need) {
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
