package jp.kyufu.matching;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What matching reads, and tables match and match_evidence. Everything happens on the connection of
 * the caller's transaction, one COPY at a time.
 */
final class MatchStore {

    /** Where rows of new applications go. */
    static final Target NEW = new Target("match", "match_evidence");

    /** Where rows of applications looked at again go, until {@link #mergeAgain}. */
    static final Target AGAIN = new Target("rematch", "rematch_evidence");

    /** A table for matches and one for candidates. */
    record Target(String match, String evidence) {}

    /** A resident as the register has him. */
    record Written(
            String residentNo,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String dwelling,
            String sex,
            boolean isProtected,
            List<Facts.OtherName> others) {

        Facts facts() {
            return Facts.of(name, kana, birth, dwelling, sex).with(others);
        }
    }

    private final DataSource source;
    private final JdbcClient jdbc;

    MatchStore(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    /** Makes runs follow each other until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('matching'))::text")
                .query(String.class)
                .single();
    }

    /** The newest complete register extract; 0 while there is none. */
    int newestSnapshot() {
        return jdbc.sql(
                        "SELECT coalesce(max(snapshot_id), 0) FROM register_snapshot"
                                + " WHERE completed_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    /** Differs whenever {@link #register} would give other keys. */
    String registerVersion() {
        return jdbc.sql(Sql.of(MatchStore.class, "register-version")).query(String.class).single();
    }

    /** Applications that were never looked at. */
    Applicants waitingNew(short program) {
        return applicants("waiting-new", Map.of("program", (long) program));
    }

    /** Applications to be looked at again, now that {@code snapshot} is the newest. */
    Applicants waitingAgain(short program, int snapshot) {
        return applicants("waiting-again", Map.of("program", (long) program, "snapshot", snapshot));
    }

    private Applicants applicants(String statement, Map<String, ?> parameters) {
        Applicants applicants = new Applicants();
        read(statement, parameters, (row, digits) -> applicants.add(applicant(row, 0, digits)));
        return applicants;
    }

    /** An application of which the id is the first field, then number, birth date and keys. */
    private static Applicant applicant(CopyRow row, int from, byte[] digits) {
        return new Applicant(
                row.int8(from),
                row.isNull(from + 1)
                        ? Applicant.NONE
                        : PackedNumber.value(digits, row.bytes(from + 1, digits, 0)),
                day(row, from + 2),
                row.int8(from + 3),
                row.int8(from + 4),
                row.int8(from + 5),
                row.int8(from + 6));
    }

    /** The keys of every resident; who left is seen from the reference date. */
    RegisterKeys register(LocalDate referenceDate) {
        RegisterKeys.Builder builder = new RegisterKeys.Builder();
        read(
                "residents",
                Map.of("reference_date", referenceDate),
                (row, digits) -> {
                    builder.add(
                            new ResidentKeys(
                                    number(row, 0, digits),
                                    number(row, 1, digits),
                                    day(row, 2),
                                    row.int8(3),
                                    row.int8(4),
                                    row.int8(5),
                                    row.int8(6),
                                    row.int8(7),
                                    row.int8(8),
                                    row.int8(9),
                                    row.bool(10),
                                    row.bool(11)));
                    if (!row.isNull(12)) {
                        addOtherNames(builder, row.int8Array(12));
                    }
                });
        return builder.build();
    }

    /** Keys of names and of their readings by turns. */
    private static void addOtherNames(RegisterKeys.Builder builder, long[] keys) {
        for (int i = 0; i < keys.length; i += 2) {
            builder.addOtherName(keys[i], keys[i + 1]);
        }
    }

    /** What people decided and did not take back, about applications of any program. */
    Words words() {
        Words words = new Words();
        read(
                "decisions",
                Map.of(),
                (row, digits) -> {
                    Applicant applicant = applicant(row, 4, digits);
                    String resident = row.nullableText(2);
                    words.add(
                            applicant,
                            new Words.Word(
                                    row.int8(0),
                                    Words.Verdict.valueOf(row.text(1)),
                                    applicant.id(),
                                    resident == null ? Applicant.NONE : PackedNumber.of(resident),
                                    new PersonDecision(resident, row.nullableText(3))));
                });
        return words;
    }

    /** The sealed forms of these applications. */
    Map<Long, byte[]> sealedForms(long[] applications) {
        Map<Long, byte[]> forms = new HashMap<>();
        jdbc.sql("SELECT application_id, sealed FROM application WHERE application_id = ANY (:ids)")
                .param("ids", applications)
                .query(row -> {
                    forms.put(row.getLong(1), row.getBytes(2));
                });
        return forms;
    }

    /** Residents by their numbers as written. */
    List<Written> residents(String[] residentNos) {
        return jdbc.sql(Sql.of(MatchStore.class, "written"))
                .param("numbers", residentNos)
                .query((row, _) ->
                        new Written(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                row.getString(6),
                                row.getBoolean(7),
                                others((String[]) row.getArray(8).getArray())))
                .list();
    }

    /** Names and readings that follow each other. */
    static List<Facts.OtherName> others(String[] namesAndReadings) {
        List<Facts.OtherName> others = new ArrayList<>(namesAndReadings.length / 2);
        for (int i = 0; i < namesAndReadings.length; i += 2) {
            others.add(Facts.OtherName.of(namesAndReadings[i], namesAndReadings[i + 1]));
        }
        return others;
    }

    /** One application by its keys. */
    Applicant applicant(long application) {
        Applicants found = applicants("applicant", Map.of("application", application));
        return found.batches().next().getFirst();
    }

    /** What the last run stored of an application; nothing but nulls before the first. */
    Explanation.Decided decided(long application) {
        return jdbc.sql(Sql.of(MatchStore.class, "decided"))
                .param("application", application)
                .query((row, _) ->
                        new Explanation.Decided(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, Float.class),
                                row.getObject(6, Float.class),
                                row.getString(7),
                                row.getString(8)))
                .optional()
                .orElse(new Explanation.Decided(null, null, null, null, null, null, null, null));
    }

    /** Begins to copy rows of {@link MatchRows#matches}. */
    CopyIn openMatches(Target target) {
        return CopyIn.open(connection(), target.match() + MatchRows.MATCH_COLUMNS);
    }

    void copyEvidence(Target target, List<CopyBuffer> evidence) {
        CopyIn.copy(connection(), target.evidence() + MatchRows.EVIDENCE_COLUMNS, evidence);
    }

    /** Makes the tables of {@link #AGAIN}, which end with the transaction. */
    void prepareAgain() {
        jdbc.sql("CREATE TEMP TABLE rematch (LIKE match) ON COMMIT DROP").update();
        jdbc.sql("CREATE TEMP TABLE rematch_evidence (LIKE match_evidence) ON COMMIT DROP")
                .update();
    }

    /** Takes over what differs from before; gives the number of matches that changed. */
    long mergeAgain() {
        long changed = jdbc.sql(Sql.of(MatchStore.class, "update-match")).update();
        jdbc.sql(Sql.of(MatchStore.class, "delete-evidence")).update();
        jdbc.sql(Sql.of(MatchStore.class, "insert-evidence")).update();
        return changed;
    }

    /** So that the next stage does not plan for an empty table. */
    void refreshStatistics() {
        jdbc.sql("SELECT refresh_statistics('match')::text").query(String.class).optional();
    }

    /** Gives each row with an array that is large enough for any number. */
    private void read(
            String statement, Map<String, ?> parameters, BiConsumer<CopyRow, byte[]> rows) {
        byte[] digits = new byte[15];
        CopyReader.read(
                connection(),
                Sql.of(MatchStore.class, statement),
                parameters,
                row -> rows.accept(row, digits));
    }

    /** Of the transaction, which gives it back when it ends. */
    private Connection connection() {
        return DataSourceUtils.getConnection(source);
    }

    private static long number(CopyRow row, int field, byte[] digits) {
        return PackedNumber.of(digits, row.bytes(field, digits, 0));
    }

    private static int day(CopyRow row, int field) {
        @Nullable LocalDate date = row.date(field);
        return date == null ? Applicant.NONE : (int) date.toEpochDay();
    }
}
