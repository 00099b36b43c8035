package jp.kyufu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class CopyTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private static final String COLUMNS =
            "t text, b bytea, l bigint, i integer, s smallint, f boolean, d date, ts timestamp,"
                    + " tz timestamptz, ta text[], la bigint[], n text, e mood";

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void everyTypeComesBackAsItWentIn() throws SQLException {
        LocalDateTime time = LocalDateTime.of(1987, 3, 5, 23, 59, 58, 123_456_000);
        Instant instant = Instant.parse("2026-03-10T00:00:00.000001Z");
        String text = "髙橋\u3000𠮷野 é\tx";
        try (Connection connection = connection()) {
            execute(connection, "CREATE TYPE pg_temp.mood AS ENUM ('GOOD', 'BAD')");
            execute(
                    connection,
                    "CREATE TEMP TABLE every (" + COLUMNS.replace("mood", "pg_temp.mood") + ")");
            CopyBuffer buffer = new CopyBuffer(1);
            buffer.row(13)
                    .text(text)
                    .bytes(new byte[] {0, -1, 7})
                    .int8(Long.MIN_VALUE)
                    .int4(-5)
                    .int2(77)
                    .bool(true)
                    .date(LocalDate.of(1926, 12, 25))
                    .timestamp(time)
                    .instant(instant)
                    .textArray(List.of("", "あ,\"{}"))
                    .int8Array(1, -2)
                    .nullableText(null)
                    .text("BAD");
            buffer.row(13);
            for (int i = 0; i < 9; i++) {
                buffer.nullField();
            }
            buffer.textArray(List.of()).int8Array().text("").text("GOOD");
            assertThat(CopyIn.copy(connection, "every", List.of(buffer))).isEqualTo(2);

            List<Boolean> nulls = new ArrayList<>();
            CopyReader.read(
                    connection,
                    "SELECT * FROM every ORDER BY i NULLS LAST -- comment",
                    row -> {
                        nulls.add(row.isNull(0));
                        if (row.isNull(0)) {
                            assertThat(row.textArray(9)).isEmpty();
                            assertThat(row.int8Array(10)).isEmpty();
                            assertThat(row.text(11)).isEmpty();
                            assertThat(row.date(6)).isNull();
                            return;
                        }
                        assertThat(row.text(0)).isEqualTo(text);
                        assertThat(row.bytes(1)).containsExactly(0, -1, 7);
                        assertThat(row.int8(2)).isEqualTo(Long.MIN_VALUE);
                        assertThat(row.int4(3)).isEqualTo(-5);
                        assertThat(row.int2(4)).isEqualTo((short) 77);
                        assertThat(row.bool(5)).isTrue();
                        assertThat(row.date(6)).isEqualTo(LocalDate.of(1926, 12, 25));
                        assertThat(row.timestamp(7)).isEqualTo(time);
                        assertThat(row.instant(8)).isEqualTo(instant);
                        assertThat(row.textArray(9)).containsExactly("", "あ,\"{}");
                        assertThat(row.int8Array(10)).containsExactly(1, -2);
                        assertThat(row.nullableText(11)).isNull();
                        assertThat(row.text(12)).isEqualTo("BAD");
                    });
            assertThat(nulls).containsExactly(false, true);
        }
    }

    @Test
    void aBrokenKeyIsADuplicateKeyAndTheConnectionLivesOn() throws SQLException {
        try (Connection connection = connection()) {
            execute(connection, "CREATE TEMP TABLE once (id bigint PRIMARY KEY)");
            CopyBuffer buffer = new CopyBuffer().row(1).int8(1).row(1).int8(1);
            assertThatThrownBy(() -> CopyIn.copy(connection, "once (id)", List.of(buffer)))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(CopyReader.read(connection, "SELECT id FROM once", row -> {})).isZero();
        }
    }

    @Test
    void aReaderThatStopsHalfWayLeavesTheConnectionUsable() throws SQLException {
        try (Connection connection = connection()) {
            assertThatThrownBy(() ->
                            CopyReader.read(
                                    connection,
                                    "SELECT * FROM generate_series(1::bigint, 100000)",
                                    row -> {
                                        throw new IllegalStateException("enough");
                                    }))
                    .hasMessage("enough");
            assertThat(CopyReader.read(connection, "SELECT 1", row -> {})).isEqualTo(1);
        }
    }

    @Test
    void copyTakesPartInTheTransaction() {
        DATABASE.jdbc().sql("SELECT 1").query(Integer.class).single();
        DATABASE.transaction()
                .executeWithoutResult(status -> {
                    DATABASE.jdbc().sql("CREATE TEMP TABLE inside (id bigint)").update();
                    CopyIn.copy(
                            DATABASE.appDataSource(),
                            "inside (id)",
                            List.of(new CopyBuffer().row(1).int8(7)));
                    assertThat(
                                    DATABASE.jdbc()
                                            .sql("SELECT id FROM inside")
                                            .query(Long.class)
                                            .single())
                            .isEqualTo(7);
                    status.setRollbackOnly();
                });
    }

    @Test
    void aRowMustHaveExactlyItsFields() {
        CopyBuffer buffer = new CopyBuffer().row(2).int8(1);
        assertThatThrownBy(() -> buffer.row(1)).hasMessageContaining("lacks 1");
        buffer.int8(2);
        assertThatThrownBy(() -> buffer.int8(3)).hasMessageContaining("too many");
    }

    @Test
    void parametersOfAReaderAreLiterals() {
        assertThat(
                        CopyReader.bind(
                                "SELECT ':no'::text, x::date, :a, :b, :c -- :not",
                                Map.of("a", 5L, "b", "O'Hara", "c", LocalDate.of(2026, 4, 1))))
                .isEqualTo("SELECT ':no'::text, x::date, 5, 'O''Hara', DATE '2026-04-01' -- :not");
    }

    private static Connection connection() throws SQLException {
        return DATABASE.appDataSource().getConnection();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
