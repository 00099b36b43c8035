package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables themselves, looked at past all Java: what they hold, and what must hold in them. */
final class Ledgers {

    private final JdbcClient jdbc;
    private final String digest;

    Ledgers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.digest =
                jdbc
                        .sql(
                                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                                        + " AND relnamespace = 'public'::regnamespace"
                                        + " AND relname !~ '^(batch_|flyway)' ORDER BY 1")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(table ->
                                "SELECT '%1$s', count(*), sum(hashtextextended(t::text, 7)) FROM %1$s t"
                                        .formatted(table))
                        .collect(Collectors.joining(" UNION ALL "));
    }

    /** Rows and contents of every table but the log of jobs; the same only if nothing changed. */
    Map<String, String> digest() {
        Map<String, String> tables = new TreeMap<>();
        jdbc.sql(digest)
                .query(row -> {
                    tables.put(row.getString(1), row.getLong(2) + " " + row.getString(3));
                });
        return tables;
    }

    /** Every payment, in the words of the model. */
    Map<Long, String> payments() {
        Map<Long, String> payments = new TreeMap<>();
        jdbc.sql(
                        "SELECT p.payment_no, p.payment_no || ' ' || a.receipt_no || ' ' || p.rail"
                                + " || ' ' || p.correction || '/' || p.attempt || ' '"
                                + " || string_agg(s.resident_no, ',' ORDER BY s.resident_no)"
                                + " || ' ' || p.state"
                                + " FROM payment p JOIN application a USING (application_id)"
                                + " LEFT JOIN payment_share s USING (payment_no)"
                                + " GROUP BY p.payment_no, a.receipt_no")
                .query(row -> {
                    payments.put(row.getLong(1), row.getString(2));
                });
        return payments;
    }

    /** Every file with its state and payments. */
    Map<Integer, String> files() {
        Map<Integer, String> files = new TreeMap<>();
        jdbc.sql(
                        "SELECT f.file_no, f.state || ' ' || string_agg(i.payment_no::text, ','"
                                + " ORDER BY i.payment_no) FROM dispatch_file f"
                                + " JOIN dispatch_item i USING (file_no) GROUP BY f.file_no")
                .query(row -> {
                    files.put(row.getInt(1), row.getString(2));
                });
        return files;
    }

    /** Every recovery case with what happened to it, oldest first. */
    List<String> cases() {
        return strings(
                "SELECT payment_no || ' ' || resident_no || ' ' || change || ' ' || amount"
                        + " || ' paid ' || paid || ' written off ' || written_off"
                        + " || ' ended ' || amount - owed FROM recovery_balance ORDER BY case_no");
    }

    /** Every point lot, and whether the provider is asked to take it back. */
    List<String> lots() {
        return strings(
                "SELECT payment_no || ' ' || state || asked FROM point_lot_state"
                        + " ORDER BY payment_no");
    }

    /** How many versions there are of where an application is paid to, if more than one. */
    List<String> accounts() {
        return strings(
                "SELECT a.receipt_no || ' ' || count(*) FROM account c"
                        + " JOIN application a USING (application_id)"
                        + " GROUP BY a.receipt_no HAVING count(*) > 1 ORDER BY a.receipt_no");
    }

    /** Nobody is paid twice; shares, payments and postings are the same money in every state. */
    void mustBalance() {
        assertThat(
                        strings(
                                "SELECT resident_no FROM payment_share s JOIN payment p USING (payment_no)"
                                        + " WHERE p.state NOT IN ('RETURNED', 'CANCELLED')"
                                        + " GROUP BY resident_no HAVING count(*) > 1"))
                .as("paid twice")
                .isEmpty();
        List<String> payments =
                strings(
                        "SELECT rail || ' ' || state || ' ' || count(*) || ' ' || sum(amount)"
                                + " FROM payment GROUP BY rail, state ORDER BY 1");
        List<String> postings =
                strings(
                        "SELECT rail || ' ' || state || ' ' || sum(n) || ' ' || sum(yen) FROM ("
                                + " SELECT p.rail, e.to_state AS state, 1 AS n, e.amount AS yen"
                                + " FROM payment_event e JOIN payment p USING (payment_no)"
                                + " UNION ALL SELECT p.rail, e.from_state, -1, -e.amount"
                                + " FROM payment_event e JOIN payment p USING (payment_no)"
                                + " WHERE e.from_state IS NOT NULL) m"
                                + " GROUP BY rail, state HAVING sum(n) <> 0 ORDER BY 1");
        assertThat(postings).as("postings").isEqualTo(payments);
        assertThat(
                        strings(
                                "SELECT p.rail || ' ' || p.state || ' ' || count(DISTINCT payment_no)"
                                        + " || ' ' || sum(s.amount) FROM payment_share s"
                                        + " JOIN payment p USING (payment_no)"
                                        + " GROUP BY p.rail, p.state ORDER BY 1"))
                .as("shares")
                .isEqualTo(payments);
        assertThat(
                        strings(
                                "SELECT file_no FROM dispatch_file WHERE approved_by IN (built_by, submitted_by)"
                                        + " OR released_by IN (built_by, submitted_by, approved_by)"))
                .as("three people")
                .isEmpty();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
