package jp.kyufu.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kyufu.bank.ReturnFile;
import jp.kyufu.bank.ReturnLine;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.Statement.BankAccount;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;

/**
 * Plays what bank and point provider tell of whole days, from what was sent and what {@link
 * PlayBank} answered: statements of the consignors' accounts (each file debited on its pay date,
 * what came back credited on the last day with the payment's number) and the provider's totals.
 */
public final class PlayDay {

    private static final long BALANCE = 10_000_000;
    private static final String TRANSFER = "11";
    private static final char CREDITED = '0';
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** What an account saw. */
    private record Seen(BankAccount account, List<StatementLine> lines) {}

    private final Path files;
    private final Path answers;
    private final LocalDate day;

    private PlayDay(Path files, Path answers, LocalDate day) {
        this.files = files;
        this.answers = answers;
        this.day = day;
    }

    /**
     * Writes {@code meisai-<account>-<day>.txt} for every account that files were sent from and
     * whose pay date has come, and {@code goukei-<program>-<day>.csv} for every program that
     * granted points.
     *
     * @param files the folder of released files
     * @param answers the folder of {@link PlayBank}'s answers
     * @param day the last day to be told of
     * @return the files written
     */
    public static List<Path> play(Path files, Path answers, Path out, LocalDate day)
            throws IOException {
        Files.createDirectories(out);
        PlayDay play = new PlayDay(files, answers, day);
        List<Path> written = new ArrayList<>();
        for (var account : play.accounts().entrySet()) {
            Path file = out.resolve("meisai-" + account.getKey() + "-" + day.format(DAY) + ".txt");
            written.add(Files.write(file, StatementFile.write(List.of(account.getValue()))));
        }
        for (var program : play.totals().entrySet()) {
            Path file = out.resolve("goukei-" + program.getKey() + "-" + day.format(DAY) + ".csv");
            written.add(Files.writeString(file, program.getValue()));
        }
        return List.copyOf(written);
    }

    private SortedMap<String, Statement> accounts() throws IOException {
        SortedMap<String, Seen> accounts = new TreeMap<>();
        Map<Long, StatementLine> returned = returned();
        for (Path path : list(files, "furikomi-", ".txt")) {
            String name = String.valueOf(path.getFileName());
            byte[] sent = Files.readAllBytes(path);
            ReturnFile file = ReturnFile.read(sent, name);
            LocalDate payDate =
                    LocalDate.parse(name.substring(name.length() - 12, name.length() - 4), DAY);
            if (payDate.isAfter(day)) {
                continue;
            }
            BankAccount account = account(sent);
            String key = account.bank() + account.branch() + "-" + account.number();
            List<StatementLine> seen =
                    accounts.computeIfAbsent(key, _ -> new Seen(account, new ArrayList<>()))
                            .lines();
            long sum = 0;
            for (ReturnLine line : file.lines()) {
                if (line instanceof ReturnLine.Read read) {
                    sum += read.amount();
                    StatementLine back = returned.get(read.paymentNo());
                    if (back != null) {
                        seen.add(back);
                    }
                }
            }
            seen.add(line(payDate, false, sum, file.consignorCode(), Lexicon.of("bank.debit"), ""));
        }
        SortedMap<String, Statement> statements = new TreeMap<>();
        accounts.forEach(
                (key, seen) -> statements.put(key, statement(seen.account(), seen.lines())));
        return statements;
    }

    private Statement statement(BankAccount account, List<StatementLine> lines) {
        List<StatementLine> inOrder =
                lines.stream()
                        .sorted(
                                Comparator.comparing(StatementLine::day)
                                        .thenComparing(StatementLine::credit)
                                        .thenComparing(StatementLine::reference))
                        .toList();
        LocalDate from = inOrder.getFirst().day();
        Statement moved = new Statement(account, day, from, day, 0, 0, inOrder);
        long opening = BALANCE + moved.sum(false);
        long closing = opening + moved.sum(true) - moved.sum(false);
        return new Statement(account, day, from, day, opening, closing, inOrder);
    }

    /** What the bank sent back, by payment. */
    private Map<Long, StatementLine> returned() throws IOException {
        Map<Long, StatementLine> returned = new HashMap<>();
        for (Path path : list(answers, "kekka-furikomi-", ".txt")) {
            byte[] bytes = Files.readAllBytes(path);
            for (ReturnLine line : ReturnFile.read(bytes, path.toString()).lines()) {
                if (line instanceof ReturnLine.Read read && read.resultCode() != CREDITED) {
                    String number = HouseholdMaker.digits(read.paymentNo(), 10);
                    String remark = Lexicon.of("bank.returned");
                    returned.put(
                            read.paymentNo(), line(day, true, read.amount(), "", remark, number));
                }
            }
        }
        return returned;
    }

    private static StatementLine line(
            LocalDate day,
            boolean credit,
            long amount,
            String consignor,
            String remark,
            String reference) {
        return new StatementLine(
                0, 0, 0, day, credit, TRANSFER, amount, consignor, "", remark, reference);
    }

    /** Where the header of a transfer file says the money comes from (columns 59 to 103). */
    private static BankAccount account(byte[] sent) {
        String header = new String(sent, 0, 120, StandardCharsets.ISO_8859_1);
        return new BankAccount(
                header.substring(58, 62),
                header.substring(77, 80),
                header.charAt(95) - '0',
                "000" + header.substring(96, 103),
                "");
    }

    private SortedMap<String, String> totals() throws IOException {
        SortedMap<String, SortedMap<String, long[]>> counted = new TreeMap<>();
        for (Path path : list(answers, "kekka-points-", ".csv")) {
            String name = String.valueOf(path.getFileName());
            String program = name.replaceFirst("^kekka-points-(.+)-\\d{6}.*$", "$1");
            Files.readAllLines(path).stream()
                    .skip(1)
                    .forEach(row ->
                            count(row, counted.computeIfAbsent(program, _ -> new TreeMap<>())));
        }
        SortedMap<String, String> totals = new TreeMap<>();
        counted.forEach((program, days) -> {
            StringBuilder text = new StringBuilder(Lexicon.of("header.point-totals")).append('\n');
            days.forEach((date, sums) -> {
                text.append(program).append(',').append(date);
                for (long sum : sums) {
                    text.append(',').append(sum);
                }
                text.append('\n');
            });
            totals.put(program, text.toString());
        });
        return totals;
    }

    /** Adds one answer to its day: granted, points, failed, expired. */
    private static void count(String row, SortedMap<String, long[]> days) {
        String[] fields = row.split(",", -1);
        long[] sums = days.computeIfAbsent(fields[2].substring(0, 10), _ -> new long[4]);
        switch (fields[1]) {
            case "0" -> {
                sums[0]++;
                sums[1] += Long.parseLong(fields[3]);
            }
            case "3" -> sums[3]++;
            default -> sums[2]++;
        }
    }

    private static List<Path> list(Path folder, String start, String end) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(
                            path -> {
                                String name = String.valueOf(path.getFileName());
                                return name.startsWith(start) && name.endsWith(end);
                            })
                    .sorted()
                    .toList();
        }
    }
}
