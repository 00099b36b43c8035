package jp.kyufu.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import org.springframework.stereotype.Component;

/** Figures over a whole program, each counted from the books: for pages and their tables. */
@Component
public class Figures {

    /** Payments of one state on one rail, as they are and as the postings say. */
    public record Balance(
            Rail rail,
            String state,
            long payments,
            long residents,
            long sum,
            long postedPayments,
            long postedSum) {

        /** Whether payments and postings agree. */
        public boolean holds() {
            return payments == postedPayments && sum == postedSum;
        }
    }

    /** Entitled residents of one state; {@code rail} is empty where no payment stands behind. */
    public record Residents(String state, String rail, long count, long sum) {}

    /** What one funding source bears of a fiscal year's payments on a rail. */
    public record Subsidy(
            int fiscalYear,
            Rail rail,
            String source,
            long settled,
            long recovered,
            long claimable) {}

    /** What was credited on a day. */
    public record Paid(LocalDate day, Rail rail, long count, long sum) {}

    private final ExportStore store;

    Figures(ExportStore store) {
        this.store = store;
    }

    /** The trial balance, states in their order: each counted twice, independently. */
    public List<Balance> balance(Program program) {
        List<Map<String, Object>> posted = store.list("postings-by-state", program.id());
        return store.list("payments-by-state", program.id()).stream()
                .map(row -> balance(row, posted))
                .toList();
    }

    /** Every entitled resident by state. */
    public List<Residents> residents(Program program) {
        return store.list("residents-by-state", program.id()).stream()
                .map(row ->
                        new Residents(
                                text(row, "state"),
                                text(row, "rail"),
                                number(row, "count"),
                                number(row, "sum")))
                .toList();
    }

    /** The subsidy figure by fiscal year, rail and source. */
    public List<Subsidy> subsidy(Program program) {
        return store.list("subsidy", program.id()).stream()
                .map(row ->
                        new Subsidy(
                                (int) number(row, "fiscal_year"),
                                Rail.valueOf(text(row, "rail")),
                                text(row, "source"),
                                number(row, "settled"),
                                number(row, "recovered"),
                                number(row, "claimable")))
                .toList();
    }

    /** What was credited by day and rail. */
    public List<Paid> paidByDay(Program program) {
        return store.list("paid-by-day", program.id()).stream()
                .map(row ->
                        new Paid(
                                LocalDate.parse(text(row, "day")),
                                Rail.valueOf(text(row, "rail")),
                                number(row, "count"),
                                number(row, "sum")))
                .toList();
    }

    private static Balance balance(Map<String, Object> row, List<Map<String, Object>> posted) {
        Map<String, Object> same =
                posted.stream()
                        .filter(other ->
                                text(other, "rail").equals(text(row, "rail"))
                                        && text(other, "state").equals(text(row, "state")))
                        .findFirst()
                        .orElse(Map.of());
        return new Balance(
                Rail.valueOf(text(row, "rail")),
                text(row, "state"),
                number(row, "count"),
                number(row, "residents"),
                number(row, "sum"),
                number(same, "count"),
                number(same, "sum"));
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number value ? value.longValue() : 0;
    }
}
