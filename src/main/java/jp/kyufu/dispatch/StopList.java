package jp.kyufu.dispatch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import jp.kyufu.program.Program;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.value.Words;

/**
 * The stop list as the bank gets it, in Japanese, on paper. It names accounts, which the bank
 * needs, and cannot be taken for an order to pay (阿武 2022).
 */
final class StopList {

    private static final String KEY = "dispatch.stopList.";

    private StopList() {}

    static String text(
            DispatchFile file, Program program, LocalDateTime deadline, List<Item> items) {
        Words words = new Words(Locale.JAPANESE);
        StringBuilder text = new StringBuilder();
        line(text, words.of(KEY + "title"));
        line(text, words.of(KEY + "noOrder"));
        line(text, "");
        line(
                text,
                words.of(
                        KEY + "consignor",
                        program.terms().consignor().code(),
                        program.terms().consignor().name()));
        line(
                text,
                words.of(
                        KEY + "file",
                        file.name(),
                        file.payDate().map(Object::toString).orElse("-"),
                        file.count(),
                        file.sum()));
        line(text, words.of(KEY + "deadline", Alarms.written(deadline)));
        line(text, "");
        line(text, words.of(KEY + "columns"));
        items.forEach(item -> line(text, row(item)));
        line(text, "");
        line(
                text,
                words.of(
                        KEY + "total", items.size(), items.stream().mapToLong(Item::amount).sum()));
        line(text, words.of(KEY + "answer"));
        return text.toString();
    }

    private static String row(Item item) {
        if (item.destination() instanceof Destination.Account(TransferAccount account)) {
            return "%010d  %s-%s  %d  %s  %,15d  %s"
                    .formatted(
                            item.paymentNo(),
                            account.bank().digits(),
                            account.branch().digits(),
                            account.type().code(),
                            account.number().digits(),
                            item.amount(),
                            account.holder());
        }
        throw new IllegalStateException("payment " + item.paymentNo() + " goes to no bank");
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
