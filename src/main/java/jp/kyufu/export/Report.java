package jp.kyufu.export;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import org.springframework.stereotype.Component;

/** The daily report (file contract §8, report.json): every figure with the books behind it. */
@Component
public class Report {

    /** Entitlement states in which a payment stands behind the resident. */
    private static final Map<String, List<String>> PAID =
            Map.of(
                    "PAYABLE", List.of("PLANNED"),
                    "IN_FILE", List.of("IN_FILE"),
                    "RELEASED", List.of("RELEASED", "ACCEPTED"),
                    "SETTLED", List.of("SETTLED"));

    private final ExportStore store;
    private final Clock clock;

    Report(ExportStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The report as a tree of maps and lists, ready to be written as JSON. */
    public Map<String, Object> of(Program program) {
        List<Map<String, Object>> residents = store.list("residents-by-state", program.id());
        List<Map<String, Object>> payments = store.list("payments-by-state", program.id());
        List<Map<String, Object>> postings = store.list("postings-by-state", program.id());
        Map<String, Object> register = store.list("register-counts", program.id()).getFirst();
        long entitled = number(register, "entitled");

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("program", program.code());
        report.put("generated_at", OffsetDateTime.now(clock).toString());
        report.put("register", register);
        Map<String, Object> applications = new LinkedHashMap<>();
        store.list("applications-by-state", program.id())
                .forEach(row -> applications.put(text(row, "state"), number(row, "count")));
        report.put("applications", applications);
        report.put("rails", byRail(residents));
        report.put("payments", byRail(payments));
        report.put("balance", balance(entitled, residents, payments, postings));
        List<Map<String, Object>> recoveries = store.list("recoveries", program.id());
        if (!recoveries.isEmpty()) {
            Map<String, Object> byRail = new LinkedHashMap<>();
            recoveries.forEach(row -> {
                Map<String, Object> figures = plain(row);
                byRail.put(String.valueOf(figures.remove("rail")), figures);
            });
            report.put("recoveries", byRail);
        }
        report.put("files", store.list("files", program.id()).stream().map(Report::plain).toList());
        return report;
    }

    private static Map<String, Object> balance(
            long entitled,
            List<Map<String, Object>> residents,
            List<Map<String, Object>> payments,
            List<Map<String, Object>> postings) {
        Map<String, Long> byState = new LinkedHashMap<>();
        residents.forEach(
                row -> byState.merge(text(row, "state"), number(row, "count"), Long::sum));
        long counted = byState.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Object> balance = new LinkedHashMap<>();
        balance.put("entitled", entitled);
        balance.put("ineligible_since", byState.getOrDefault("INELIGIBLE", 0L));
        balance.put("by_state", byState);
        balance.put(
                "holds",
                counted == entitled
                        && sharesArePayments(residents, payments)
                        && same(payments, postings));
        return balance;
    }

    /** Residents and sums of the shares equal those of the payments they are part of. */
    private static boolean sharesArePayments(
            List<Map<String, Object>> residents, List<Map<String, Object>> payments) {
        for (Rail rail : Rail.values()) {
            for (Map.Entry<String, List<String>> state : PAID.entrySet()) {
                long[] shares = {0, 0};
                residents.stream()
                        .filter(row -> isOf(row, rail) && text(row, "state").equals(state.getKey()))
                        .forEach(row -> add(shares, number(row, "count"), number(row, "sum")));
                long[] paid = {0, 0};
                payments.stream()
                        .filter(row ->
                                isOf(row, rail) && state.getValue().contains(text(row, "state")))
                        .forEach(row -> add(paid, number(row, "residents"), number(row, "sum")));
                if (shares[0] != paid[0] || shares[1] != paid[1]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean same(
            List<Map<String, Object>> payments, List<Map<String, Object>> postings) {
        return counts(payments).equals(counts(postings));
    }

    private static List<List<Object>> counts(List<Map<String, Object>> rows) {
        List<List<Object>> counts = new ArrayList<>();
        rows.forEach(row ->
                counts.add(
                        List.of(
                                text(row, "rail"),
                                text(row, "state"),
                                number(row, "count"),
                                number(row, "sum"))));
        return counts;
    }

    private static Map<String, Object> byRail(List<Map<String, Object>> rows) {
        Map<String, Object> rails = new LinkedHashMap<>();
        for (Rail rail : Rail.values()) {
            Map<String, Object> states = new LinkedHashMap<>();
            rows.stream()
                    .filter(row -> isOf(row, rail))
                    .forEach(row -> states.put(text(row, "state"), countAndSum(row)));
            rails.put(rail.name(), states);
        }
        return rails;
    }

    private static Map<String, Object> countAndSum(Map<String, Object> row) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("count", number(row, "count"));
        figures.put("sum", number(row, "sum"));
        return figures;
    }

    private static Map<String, Object> plain(Map<String, Object> row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        row.forEach(
                (key, value) -> plain.put(key, value instanceof Number ? value : value.toString()));
        return plain;
    }

    private static boolean isOf(Map<String, Object> row, Rail rail) {
        return text(row, "rail").equals(rail.name());
    }

    private static void add(long[] to, long count, long sum) {
        to[0] += count;
        to[1] += sum;
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number value ? value.longValue() : 0;
    }
}
