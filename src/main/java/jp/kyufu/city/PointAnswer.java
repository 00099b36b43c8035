package jp.kyufu.city;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Seed.Purpose;
import jp.kyufu.value.FileRefusal;

/**
 * The point provider's answer to one allocation file (file contract §7): 0.3 % fail, a wallet for
 * being unknown or full, a charge code for having expired.
 */
final class PointAnswer {

    private record Grant(long paymentNo, boolean wallet, String points) {}

    private static final List<String> COLUMNS = Lexicon.list("header.point-file");
    private static final List<String> HEADER = Lexicon.list("header.point-results");
    private static final int PER_MILLE_FAILED = 3;
    private static final int OPENING = 9 * 3_600;
    private static final int WORKDAY = 8 * 3_600;
    private static final String UNKNOWN = "7";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Seed seed;
    private final LocalDate day;
    private final List<Grant> grants = new ArrayList<>();

    PointAnswer(Seed seed, LocalDate day, List<String> sent, String file) {
        this.seed = seed;
        this.day = day;
        List<String> header = sent.isEmpty() ? List.of() : fields(sent.getFirst());
        if (!header.containsAll(COLUMNS)) {
            String found = String.join(",", header);
            throw unreadable(file, 1, found, String.join(",", COLUMNS));
        }
        int number = header.indexOf(COLUMNS.get(0));
        int wallet = header.indexOf(COLUMNS.get(1));
        int points = header.indexOf(COLUMNS.get(3));
        for (int line = 1; line < sent.size(); line++) {
            List<String> row = fields(sent.get(line));
            if (row.size() != header.size() || !row.get(number).matches("\\d{1,18}")) {
                throw unreadable(file, line + 1, sent.get(line), String.join(",", COLUMNS));
            }
            long paymentNo = Long.parseLong(row.get(number));
            grants.add(new Grant(paymentNo, !row.get(wallet).isEmpty(), row.get(points)));
        }
    }

    int payments() {
        return grants.size();
    }

    /**
     * A result file about some of the payments.
     *
     * @param places of the payments in the allocation file, in the order of the answer
     * @param unknownCode whether the first of them gets a code that nobody knows
     */
    String file(List<Integer> places, boolean unknownCode) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        boolean odd = unknownCode;
        for (int place : places) {
            Grant grant = grants.get(place);
            int second = OPENING + (int) (grant.paymentNo() % WORKDAY);
            text.append(grant.paymentNo())
                    .append(',')
                    .append(odd ? UNKNOWN : code(grant))
                    .append(',')
                    .append(day.atStartOfDay().plusSeconds(second).format(TIME))
                    .append(',')
                    .append(grant.points())
                    .append('\n');
            odd = false;
        }
        return text.toString();
    }

    /** 0 granted, else 1 no such wallet, 2 over the wallet's limit, 3 code expired. */
    private String code(Grant grant) {
        RandomGenerator random = seed.of(Purpose.ANSWER, grant.paymentNo());
        if (random.nextInt(1_000) >= PER_MILLE_FAILED) {
            return "0";
        }
        return grant.wallet() ? random.nextBoolean() ? "1" : "2" : "3";
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",", -1));
    }

    private static FileRefusal unreadable(String file, int line, String found, String expected) {
        return new FileRefusal("city.recordUnreadable", file, line, "", found, expected);
    }
}
