package jp.kyufu.bank;

/** 総合振込 end record (データ区分 9): nothing comes after it. */
final class EndRecord {

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(RecordLayout.BYTES).constant("データ区分", "9").blank("ダミー", 119).end();

    private EndRecord() {}

    static void write(byte[] into, int at) {
        LAYOUT.start(into, at);
    }

    static void read(RecordPlace place) {
        place.mustFit(LAYOUT);
    }
}
