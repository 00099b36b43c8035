package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyufu.database.Sql;
import jp.kyufu.value.PaymentState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lines of statements stand for, by the database's function that alone writes it (V125). */
@Component
class ClearingStore {

    /**
     * A line and the file that it paid.
     *
     * @param head the first line of those of which it cannot be said which file each paid
     * @param accepts the file was not known to be accepted before
     */
    record Debit(long lineNo, int fileNo, long head, boolean accepts) {}

    /** A line and the payment whose number it carries. */
    record Return(
            long lineNo,
            long paymentNo,
            short program,
            PaymentState state,
            @Nullable Integer acceptsFile) {}

    private record Part(long head, boolean line, long number) {}

    private final JdbcClient jdbc;

    ClearingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Debit> debits() {
        return jdbc.sql(Sql.of(ClearingStore.class, "debits"))
                .query((row, _) ->
                        new Debit(row.getLong(1), row.getInt(2), row.getLong(3), row.getBoolean(4)))
                .list();
    }

    List<Return> returnsByNumber() {
        return jdbc.sql(Sql.of(ClearingStore.class, "returns-by-number"))
                .query((row, _) ->
                        new Return(
                                row.getLong(1),
                                row.getLong(2),
                                row.getShort(3),
                                PaymentState.valueOf(row.getString(4)),
                                row.getObject(5, Integer.class)))
                .list();
    }

    /** Clears days whose credits sum to the returns of a day. */
    void returnsOfADay(LocalDate today, String person) {
        List<Part> parts =
                jdbc.sql(Sql.of(ClearingStore.class, "returns-of-a-day"))
                        .query((row, _) ->
                                new Part(row.getLong(1), row.getBoolean(2), row.getLong(3)))
                        .list();
        if (parts.isEmpty()) {
            return;
        }
        clearPayments(
                "RETURN",
                today,
                person,
                "sum of the day",
                parts.stream().filter(Part::line).mapToLong(Part::number).toArray(),
                parts.stream().filter(Part::line).mapToLong(Part::head).toArray(),
                parts.stream().filter(part -> !part.line()).mapToLong(Part::number).toArray(),
                parts.stream().filter(part -> !part.line()).mapToLong(Part::head).toArray());
    }

    /** Clears lines against files; refused (KY031) unless the sums of each head agree. */
    void clear(
            String kind,
            LocalDate today,
            String person,
            String why,
            long[] lines,
            long[] heads,
            int[] files,
            long[] fileHeads) {
        call(kind, today, person, why, lines, heads, files, fileHeads, new long[0], new long[0]);
    }

    /** The same against payments that came back. */
    void clearPayments(
            String kind,
            LocalDate today,
            String person,
            String why,
            long[] lines,
            long[] heads,
            long[] payments,
            long[] paymentHeads) {
        call(
                kind,
                today,
                person,
                why,
                lines,
                heads,
                new int[0],
                new long[0],
                payments,
                paymentHeads);
    }

    /** Tells assessment of payments that the statement brought back. */
    void raiseReturned(long[] payments) {
        jdbc.sql(Sql.of(ClearingStore.class, "raise-returned"))
                .param("payments", payments)
                .query(Long.class)
                .single();
    }

    /** Those of the files that are not known to be accepted. */
    int[] accepted(int[] files) {
        return jdbc
                .sql(Sql.of(ClearingStore.class, "not-accepted"))
                .param("files", files)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Accepted files of which no payment is outstanding any more, by program. */
    Map<Short, int[]> finishedFiles() {
        record Finished(short program, int file) {}
        Map<Short, List<Finished>> byProgram =
                jdbc
                        .sql(Sql.of(ClearingStore.class, "finished-files"))
                        .query((row, _) -> new Finished(row.getShort(1), row.getInt(2)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finished::program, TreeMap::new, Collectors.toList()));
        Map<Short, int[]> files = new TreeMap<>();
        byProgram.forEach((program, finished) ->
                files.put(program, finished.stream().mapToInt(Finished::file).toArray()));
        return files;
    }

    private void call(
            String kind,
            LocalDate today,
            String person,
            String why,
            long[] lines,
            long[] heads,
            int[] files,
            long[] fileHeads,
            long[] payments,
            long[] paymentHeads) {
        jdbc.sql(Sql.of(ClearingStore.class, "clear-lines"))
                .param("kind", kind)
                .param("today", today)
                .param("person", person)
                .param("why", why)
                .param("lines", lines)
                .param("heads", heads)
                .param("files", files)
                .param("fileHeads", fileHeads)
                .param("payments", payments)
                .param("paymentHeads", paymentHeads)
                .query(String.class)
                .optional();
    }
}
