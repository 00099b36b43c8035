package jp.kyufu.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.kyufu.bank.TrailerRecord;

/**
 * Cuts payments into files: at so many records or 999,999,999,999 in sum, whichever comes first
 * (file contract §5). A payment is never split.
 */
final class Cutter {

    private final int records;
    private final Consumer<List<Item>> files;
    private List<Item> open = new ArrayList<>();
    private long sum;

    Cutter(int records, Consumer<List<Item>> files) {
        this.records = records;
        this.files = files;
    }

    void add(Item item) {
        if (open.size() == records || sum + item.amount() > TrailerRecord.SUM_MAX) {
            finish();
        }
        open.add(item);
        sum += item.amount();
    }

    /** Ends the file begun, if there is one. */
    void finish() {
        if (!open.isEmpty()) {
            files.accept(open);
            open = new ArrayList<>();
            sum = 0;
        }
    }
}
