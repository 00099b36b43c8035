package jp.kyufu.city;

/** Difficulties between households: they take a block of four neighbours. */
enum BlockCase implements Case {
    /** Same name, same birth date, two households. */
    NAMESAKES(30, 30, Need.SINGLE),
    /** Three households, one proxy, one account. */
    SHARED_ACCOUNT(60, 60, Need.ANY),
    /** The second household is paid to the account of the first one's head. */
    NEIGHBOUR_ACCOUNT(40, 40, Need.ANY),
    SHARED_WALLET(40, 40, Need.ANY);

    private final int online;
    private final int paper;
    private final Need need;

    BlockCase(int online, int paper, Need need) {
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
