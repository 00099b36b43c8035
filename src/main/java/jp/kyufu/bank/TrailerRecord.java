package jp.kyufu.bank;

import jp.kyufu.value.Check;

/**
 * 総合振込 trailer record (データ区分 8): how many data records there are and what they add up to.
 *
 * @param count at most 999,999
 * @param sum yen, at most 999,999,999,999
 */
public record TrailerRecord(int count, long sum) {

    /** The largest count six digits can say. */
    public static final int COUNT_MAX = 999_999;

    /** The largest sum twelve digits can say. */
    public static final long SUM_MAX = 999_999_999_999L;

    /** A record stripped of its trailing spaces must reach this far: 合計金額. */
    static final int LEAST_BYTES = 19;

    private static final RecordLayout LAYOUT = layout().blank("ダミー", 101).end();

    /** A bank may put its own counts of done and failed into the filler; they differ by bank. */
    private static final RecordLayout FROM_BANK = layout().any("ダミー", 101).end();

    private static final RecordField COUNT = LAYOUT.field("合計件数");
    private static final RecordField SUM = LAYOUT.field("合計金額");

    public TrailerRecord {
        Check.that(count >= 0 && count <= COUNT_MAX, "count of 6 digits: %s", count);
        Check.that(sum >= 0 && sum <= SUM_MAX, "sum of 12 digits: %s", sum);
    }

    private static RecordLayout.Builder layout() {
        return RecordLayout.ofBytes(RecordLayout.BYTES)
                .constant("データ区分", "8")
                .digits("合計件数", 6)
                .digits("合計金額", 12);
    }

    void write(byte[] into, int at) {
        LAYOUT.start(into, at);
        COUNT.putNumber(into, at, count);
        SUM.putNumber(into, at, sum);
    }

    /** Reads a trailer as this class writes it. */
    static TrailerRecord read(RecordPlace place) {
        place.mustFit(LAYOUT);
        return new TrailerRecord((int) place.number(COUNT), place.number(SUM));
    }

    /** Reads a trailer whose filler the bank has used. */
    static TrailerRecord readFromBank(RecordPlace place) {
        place.mustFit(FROM_BANK);
        return new TrailerRecord((int) place.number(COUNT), place.number(SUM));
    }

    /** Refuses the file unless it has as many data records as the trailer says. */
    void mustCount(RecordPlace place, int records) {
        if (count != records) {
            throw place.refusal("bank.trailerCount", COUNT, Integer.toString(records));
        }
    }

    /** Refuses the file unless its amounts add up to what the trailer says. */
    void mustSum(RecordPlace place, long amounts) {
        if (sum != amounts) {
            throw place.refusal("bank.trailerSum", SUM, Long.toString(amounts));
        }
    }
}
