package jp.kyufu.city;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes one channel's applications in its layout (file contract §2, §3). */
final class ApplicationFile implements Closeable {

    private static final String ABSENT = Lexicon.of("absent");
    private static final String NO_IDENTITY = Lexicon.of("memo.IDENTITY");
    private static final String NO_ACCOUNT = Lexicon.of("memo.ACCOUNT");
    private static final List<String> BAD_DATES = Lexicon.list("date.unreadable");

    private final Channel channel;
    private final CsvFile csv;

    ApplicationFile(Path folder, Channel channel) throws IOException {
        this.channel = channel;
        this.csv =
                switch (channel) {
                    case ONLINE ->
                            new CsvFile(
                                    folder.resolve("applications-online.csv"),
                                    StandardCharsets.UTF_8,
                                    "\n",
                                    channel.header());
                    case PAPER ->
                            new CsvFile(
                                    folder.resolve("applications-paper.csv"),
                                    Handwriting.PAPER,
                                    "\r\n",
                                    channel.header());
                };
    }

    void write(Form form, String receipt, RandomGenerator random) throws IOException {
        String received = Handwriting.received(Arrivals.time(form.arrival), channel, random);
        List<String> row =
                switch (channel) {
                    case ONLINE -> online(form, receipt, received);
                    case PAPER -> paper(form, receipt, received);
                };
        switch (form.spoil) {
            case NONE -> csv.write(row);
            case BYTES -> csv.writeBroken(row);
            case COLUMN_COUNT -> csv.write(row.subList(0, row.size() - 1));
            case DATE -> {
                row.set(1, BAD_DATES.get(random.nextInt(BAD_DATES.size())));
                csv.write(row);
            }
            case CONTROL_CHARACTER -> {
                row.set(3, row.get(3) + "\u0007");
                csv.write(row);
            }
            case RECEIPT_EMPTY -> {
                row.set(0, "");
                csv.write(row);
            }
        }
        switch (form.echo) {
            case NONE -> {}
            case SAME -> csv.write(row);
            case DIFFERENT -> {
                // Another telephone number: other content, though nothing that is paid by.
                row.set(channel == Channel.ONLINE ? 8 : 7, "000-0000-0000");
                csv.write(row);
            }
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static List<String> online(Form form, String receipt, String received) {
        return new ArrayList<>(
                List.of(
                        receipt,
                        received,
                        form.number,
                        form.name,
                        form.kana,
                        form.birth,
                        form.postal,
                        form.address,
                        form.phone,
                        form.mail,
                        form.count,
                        form.decliners,
                        form.rail,
                        form.wallet,
                        form.bank,
                        form.branch,
                        form.type,
                        form.account,
                        form.holder,
                        form.symbol,
                        form.serial,
                        form.identityCopy,
                        form.accountCopy,
                        form.proxyName,
                        form.proxyKana,
                        form.proxyRelation));
    }

    private static List<String> paper(Form form, String receipt, String received) {
        return new ArrayList<>(
                List.of(
                        receipt,
                        received,
                        form.number,
                        form.name,
                        form.kana,
                        form.birth,
                        form.address,
                        form.phone,
                        form.count,
                        form.decliners,
                        form.rail,
                        form.wallet,
                        form.bank,
                        form.branch,
                        form.type,
                        form.account,
                        form.holder,
                        form.symbol,
                        form.serial,
                        form.identityCopy,
                        form.accountCopy,
                        form.proxyName,
                        form.proxyKana,
                        form.proxyRelation,
                        memo(form)));
    }

    /** What the contractor noticed while typing. */
    private static String memo(Form form) {
        if (form.identityCopy.equals(ABSENT)) {
            return NO_IDENTITY;
        }
        boolean bank = !form.account.isEmpty() || !form.serial.isEmpty();
        return bank && form.accountCopy.equals(ABSENT) ? NO_ACCOUNT : "";
    }
}
