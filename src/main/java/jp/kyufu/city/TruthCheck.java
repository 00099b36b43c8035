package jp.kyufu.city;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kyufu.value.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Holds exports against the truth of a generated city: was anybody paid twice, was a payment made
 * to a wrong household or of a wrong amount, how much was decided without a person.
 */
public final class TruthCheck {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final int EXAMPLES = 20;

    /**
     * What the comparison found. The first four must be 0.
     *
     * @param payable applications that the truth says are to be paid
     * @param decided of these, those decided
     * @param otherStates applications by "expected, found" where the states differ
     * @param examples receipt numbers behind the differences, a few
     */
    public record Result(
            int paidTwice,
            int wrongHousehold,
            int wrongAmount,
            int paidWithoutGround,
            int payable,
            int decided,
            Map<String, Integer> otherStates,
            List<String> examples) {

        /** Part of the payable applications that needed no person. */
        public double automatic() {
            return payable == 0 ? 1 : (double) decided / payable;
        }

        public boolean harmless() {
            return paidTwice + wrongHousehold + wrongAmount + paidWithoutGround == 0;
        }
    }

    private record Expected(String household, String state, String rail, String amount) {}

    private final Map<String, Expected> truth = new HashMap<>();
    private final Map<String, Integer> otherStates = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private int paidTwice;
    private int wrongHousehold;
    private int wrongAmount;
    private int paidWithoutGround;
    private int payable;
    private int decided;

    private TruthCheck() {}

    /**
     * Compares {@code truth.csv} with {@code applications.csv} and {@code payments.csv} of a
     * folder.
     */
    public static Result compare(Path truthCsv, Path exports) {
        TruthCheck check = new TruthCheck();
        check.readTruth(truthCsv);
        check.applications(exports.resolve("applications.csv"));
        check.payments(exports.resolve("payments.csv"));
        return new Result(
                check.paidTwice,
                check.wrongHousehold,
                check.wrongAmount,
                check.paidWithoutGround,
                check.payable,
                check.decided,
                check.otherStates,
                check.examples);
    }

    private void readTruth(Path file) {
        read(
                file,
                row -> {
                    truth.put(
                            row.get("receipt_no"),
                            new Expected(
                                    row.get("household_no"),
                                    row.get("expected_state"),
                                    row.get("rail"),
                                    row.get("amount")));
                    if (row.get("expected_state").equals("DECIDED")) {
                        payable++;
                    }
                });
    }

    private void applications(Path file) {
        Set<String> missing = new HashSet<>(truth.keySet());
        read(
                file,
                row -> {
                    String receipt = row.get("receipt_no");
                    missing.remove(receipt);
                    Expected expected = truth.get(receipt);
                    String state = row.get("state");
                    if (expected == null) {
                        differs("absent", state, receipt);
                        return;
                    }
                    if (!expected.state().equals(state)) {
                        differs(expected.state(), state, receipt + " " + row.get("reasons"));
                    } else if (state.equals("DECIDED")) {
                        decided++;
                    }
                    if (state.equals("DECIDED")
                            && !expected.household().equals(row.get("household_no"))) {
                        wrongHousehold++;
                        example("household " + receipt);
                    }
                });
        missing.forEach(receipt -> differs(truth.get(receipt), receipt));
    }

    private void payments(Path file) {
        Map<String, String> paid = new HashMap<>();
        read(
                file,
                row -> {
                    String state = row.get("state");
                    if (state.equals("CANCELLED") || state.equals("RETURNED")) {
                        return;
                    }
                    String receipt = row.get("receipt_no");
                    if (paid.put(receipt, row.get("payment_no")) != null) {
                        paidTwice++;
                        example("twice " + receipt);
                    }
                    Expected expected = truth.get(receipt);
                    if (expected == null || !expected.state().equals("DECIDED")) {
                        paidWithoutGround++;
                        example("no ground " + receipt);
                    } else if (!expected.amount().equals(row.get("amount"))
                            || !expected.rail().equals(row.get("rail"))) {
                        wrongAmount++;
                        example("amount " + receipt);
                    }
                });
    }

    private void differs(@Nullable Expected expected, String receipt) {
        differs(expected == null ? "absent" : expected.state(), "absent", receipt);
    }

    private void differs(String expected, String found, String what) {
        otherStates.merge(expected + ", " + found, 1, Integer::sum);
        example(expected + ", " + found + ": " + what);
    }

    private void example(String text) {
        if (examples.size() < EXAMPLES) {
            examples.add(text);
        }
    }

    private static void read(Path file, java.util.function.Consumer<CSVRecord> row) {
        try (CSVParser parser = CSV.parse(new StringReader(text(file)))) {
            parser.forEach(row);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // Not there, not UTF-8, quoted wrongly, or without a column that is asked for.
            String problem = String.valueOf(e.getMessage());
            throw new Refusal("city.truthUnreadable", file.getFileName(), problem);
        }
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
