package jp.kyufu.city;

/** Difficulties between households: they take a block of four neighbours. */
enum BlockCase implements Case {
    /** Same name, same birth date, two households. */
    NAMESAKES(30, 2, Need.SINGLE),
    /** Three households, one proxy, one account. */
    SHARED_ACCOUNT(60, 3, Need.ANY),
    /** The second household is paid to the account of the first one's head. */
    NEIGHBOUR_ACCOUNT(40, 2, Need.ANY),
    SHARED_WALLET(40, 2, Need.ANY);

    private final int often;
    private final int homes;
    private final Need need;

    BlockCase(int often, int homes, Need need) {
        this.often = often;
        this.homes = homes;
        this.need = need;
    }

    @Override
    public int homes() {
        return homes;
    }

    @Override
    public int online() {
        return often;
    }

    @Override
    public int paper() {
        return often;
    }

    @Override
    public Need need() {
        return need;
    }
}
