package jp.kyufu.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.upload.CsvUpload;
import jp.kyufu.upload.Stages;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterImportTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final CsvUpload.Advance SILENT = (rows, bytes) -> {};
    private static final int MANY = 30_000;

    @TempDir Path folder;
    private TestDatabase database;
    private Stages stages;
    private RegisterImport register;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        stages =
                new Stages(
                        database,
                        folder,
                        "jp.kyufu.upload",
                        "jp.kyufu.register",
                        "jp.kyufu.kanji",
                        "jp.kyufu.audit");
        register = stages.get(RegisterImport.class);
    }

    @AfterEach
    void close() {
        stages.close();
        database.close();
    }

    @Test
    void everyColumnIsStored() throws IOException {
        run(
                APRIL,
                RegisterFiles.row(
                        "0012",
                        "0034",
                        "世帯主",
                        "方書",
                        "コーポ　１０１号室",
                        "住民区分",
                        "外国人",
                        "異動事由",
                        "転出",
                        "異動日",
                        "R8.4.15",
                        "支援措置",
                        "1"));
        Map<String, Object> row =
                database.jdbc().sql("SELECT * FROM current_resident").query().singleRow();
        assertThat(row)
                .containsEntry("resident_no", "0012")
                .containsEntry("household_no", "0034")
                .containsEntry("name", "髙橋　太郎")
                .containsEntry("kana", "タカハシ　タロウ")
                .containsEntry("sex", "男")
                .containsEntry("relation", "世帯主")
                .containsEntry("head", true)
                .containsEntry("building", "コーポ　１０１号室")
                .containsEntry("foreigner", true)
                .containsEntry("left_reason", "MOVED_OUT")
                .containsEntry("protected", true)
                .containsEntry("current", true);
        assertThat(row.get("birth_date")).hasToString("1988-01-09");
        assertThat(row.get("resident_from")).hasToString("2010-04-01");
        assertThat(row.get("left_on")).hasToString("2026-04-15");
        assertThat(List.of("name_written_key", "name_key", "kana_key", "address_key"))
                .allSatisfy(key -> assertThat((Long) row.get(key)).isNotZero());
    }

    @Test
    void anEmptyKanaHasNoKey() throws IOException {
        run(APRIL, RegisterFiles.row("1", "1", "世帯主", "氏名カナ", ""));
        assertThat(one("SELECT kana_key FROM resident")).isEqualTo("0");
    }

    @Test
    void aResidentNamedTwiceIsRejectedWherever() throws IOException {
        List<String> rows = many();
        rows.add(5, RegisterFiles.row("3", "9", "子"));
        rows.add(RegisterFiles.row("4", "9", "子"));
        RegisterReport report = run(APRIL, rows.toArray(String[]::new));
        assertThat(report.upload().accepted()).isEqualTo(MANY);
        assertThat(report.upload().rejected()).isEqualTo(2);
        assertThat(
                        one(
                                "SELECT string_agg(code || ' ' || line, ',' ORDER BY line) FROM intake_reject"))
                .isEqualTo("RESIDENT_REPEATED 7,RESIDENT_REPEATED " + (MANY + 3));
        assertThat(one("SELECT relation FROM resident WHERE resident_no = '4'")).isEqualTo("世帯主");
    }

    @Test
    void aRowThatBreaksARuleIsRejectedAlone() throws IOException {
        RegisterReport report =
                run(
                        APRIL,
                        RegisterFiles.row("1", "1", "世帯主"),
                        RegisterFiles.row("x", "1", "子", "生年月日", "？"),
                        RegisterFiles.row("2", "1", "子", "支援措置", ""),
                        "1,2,3",
                        RegisterFiles.row("3", "1", "子"));
        assertThat(report.upload().accepted()).isEqualTo(2);
        assertThat(report.upload().rejected()).isEqualTo(3);
        assertThat(
                        one(
                                "SELECT string_agg(line || ' ' || code || ' ' || column_name, ', '"
                                        + " ORDER BY line, code) FROM intake_reject"))
                .isEqualTo(
                        "3 DATE_UNREADABLE 生年月日, 3 NUMBER_MALFORMED 宛名番号,"
                                + " 4 VALUE_UNKNOWN 支援措置, 5 COLUMN_COUNT ");
    }

    @Test
    void aRegisterInWindows31JGivesTheSameRows() throws IOException {
        List<String> rows = List.of(RegisterFiles.row("1", "1", "世帯主", "氏名", "髙﨑　①"));
        Path file = RegisterFiles.write(folder, "r.csv", rows, Charset.forName("windows-31j"));
        register.run(file, APRIL, "office-1", SILENT);
        assertThat(one("SELECT name FROM current_resident")).isEqualTo("髙﨑　①");
    }

    @Test
    void theOrderOfColumnsIsFreeAndMoreOfThemDoNoHarm() throws IOException {
        List<String> headers = RegisterWords.STANDARD.headers(true).reversed();
        String row =
                String.join(
                        ",", List.of(RegisterFiles.row("1", "2", "世帯主").split(",", -1)).reversed());
        Path file = folder.resolve("r.csv");
        Files.writeString(file, "学区," + String.join(",", headers) + "\n中央," + row + "\n");
        register.run(file, APRIL, "office-1", SILENT);
        assertThat(one("SELECT resident_no || '/' || household_no FROM current_resident"))
                .isEqualTo("1/2");
    }

    @Test
    void furtherNamesAreStoredWithTheirKeysForThoseWhoHaveOne() throws IOException {
        Path file = folder.resolve("r.csv");
        String header = RegisterFiles.HEADER + ",旧氏,旧氏カナ,通称,通称カナ\n";
        String rows =
                RegisterFiles.row("1", "1", "世帯主")
                        + ",田中,タナカ,,\n"
                        + RegisterFiles.row("2", "2", "世帯主")
                        + ",,,,\n"
                        + RegisterFiles.row("3", "3", "世帯主")
                        + ",佐藤,サトウ,金山　一郎,カネヤマ　イチロウ\n"
                        + RegisterFiles.row("1", "9", "子")
                        + ",鈴木,スズキ,,\n";
        Files.writeString(file, header + rows);
        assertThat(register.run(file, APRIL, "office-1", SILENT).upload().rejected()).isOne();
        assertThat(
                        one(
                                "SELECT string_agg(resident_no || kind || name || '/' || kana, ' '"
                                        + " ORDER BY resident_no, kind) FROM current_alias"))
                .isEqualTo(
                        "1FORMER_SURNAME田中 太郎/タナカ タロウ 3ALIAS金山　一郎/カネヤマ　イチロウ"
                                + " 3FORMER_SURNAME佐藤 太郎/サトウ タロウ");
        assertThat(
                        one(
                                "SELECT count(*) FROM current_alias WHERE 0 IN (name_key, kana_key,"
                                        + " name_written_key)"))
                .isEqualTo("0");
    }

    @Test
    void aFileThatIsNoRegisterIsRefusedWholeAndChangesNothing() throws IOException {
        Path file = folder.resolve("r.csv");
        Files.writeString(file, RegisterFiles.HEADER.replace("続柄,", "") + "\n1,2\n");
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> register.run(file, APRIL, "office-1", SILENT))
                .satisfies(e -> assertThat(e.args()).contains("r.csv", "続柄"));
        assertThat(one("SELECT count(*) FROM intake_file")).isEqualTo("0");
    }

    @Test
    void householdsWithoutExactlyOneHeadAreFlagged() throws IOException {
        RegisterReport report =
                run(
                        APRIL,
                        RegisterFiles.row("1", "1", "世帯主"),
                        RegisterFiles.row("2", "1", "妻"),
                        RegisterFiles.row("3", "2", "妻"),
                        RegisterFiles.row("4", "3", "世帯主"),
                        RegisterFiles.row("5", "3", "世帯主"),
                        RegisterFiles.row("6", "4", "世帯主", "異動事由", "死亡", "異動日", "2026-03-01"),
                        RegisterFiles.row("7", "4", "子"),
                        RegisterFiles.row("8", "5", "世帯主", "異動事由", "死亡", "異動日", "2026-03-01"));
        assertThat(report.unclearHouseholds()).isEqualTo(3);
    }

    @Test
    void aNewerExtractTakesOverForWhomItNames() throws IOException {
        run(APRIL, RegisterFiles.row("1", "1", "世帯主"), RegisterFiles.row("2", "1", "妻"));
        run(MAY, RegisterFiles.row("1", "7", "世帯主"), RegisterFiles.row("3", "7", "子"));
        assertThat(
                        one(
                                "SELECT string_agg(resident_no || '/' || household_no, ' '"
                                        + " ORDER BY resident_no) FROM current_resident"))
                .isEqualTo("1/7 2/1 3/7");
        assertThat(one("SELECT count(*) FROM resident WHERE current")).isEqualTo("3");
    }

    @Test
    void anExtractThatIsNotNewerIsRefusedAndChangesNothing() throws IOException {
        run(MAY, RegisterFiles.row("1", "1", "世帯主"));
        for (LocalDate day : List.of(MAY, APRIL)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> run(day, RegisterFiles.row("2", "1", "世帯主")))
                    .satisfies(e -> assertThat(e.key()).isEqualTo("register.notNewer"));
        }
        assertThat(one("SELECT count(*) FROM intake_file")).isEqualTo("1");
    }

    @Test
    void theSameBytesAreRefusedAsReceived() throws IOException {
        run(APRIL, RegisterFiles.row("1", "1", "世帯主"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> run(APRIL, RegisterFiles.row("1", "1", "世帯主")))
                .satisfies(e -> assertThat(e.key()).isEqualTo("upload.alreadyReceived"));
    }

    @Test
    void anImportKilledHalfWayIsInvisibleAndGoesOnWithTheSameRows() throws IOException {
        List<String> rows = many();
        rows.add(10, RegisterFiles.row("1", "1", "？", "生年月日", "？"));
        rows.add(RegisterFiles.row("2", "1", "子"));
        Path file = RegisterFiles.write(folder, "r.csv", rows);
        assertThatThrownBy(() -> register.run(file, APRIL, "office-1", this::kill))
                .isInstanceOf(CancellationException.class);
        assertThat(one("SELECT count(*) > 0 FROM resident")).isEqualTo("t");
        assertThat(one("SELECT count(*) FROM current_resident")).isEqualTo("0");

        RegisterReport report = register.run(file, APRIL, "office-1", SILENT);
        assertThat(report.upload().accepted()).isEqualTo(MANY);
        assertThat(report.upload().rejected()).isEqualTo(2);
        assertThat(one("SELECT count(DISTINCT resident_no) FROM current_resident"))
                .isEqualTo("" + MANY);
        assertThat(one("SELECT string_agg(line || code, ',' ORDER BY line) FROM intake_reject"))
                .isEqualTo("12DATE_UNREADABLE," + (MANY + 3) + "RESIDENT_REPEATED");
    }

    @Test
    void anInterruptedImportGoesOnAsOfItsOwnDayOnly() throws IOException {
        Path file = RegisterFiles.write(folder, "r.csv", many());
        assertThatThrownBy(() -> register.run(file, APRIL, "office-1", this::kill))
                .isInstanceOf(CancellationException.class);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register.run(file, MAY, "office-1", SILENT))
                .satisfies(e -> assertThat(e.key()).isEqualTo("register.otherDate"));
    }

    @Test
    void theDayOfAnExtractIsAudited() throws IOException {
        run(APRIL, RegisterFiles.row("1", "1", "世帯主"));
        assertThat(
                        one(
                                "SELECT person || detail::text FROM audit_event WHERE act = 'register.import'"))
                .isEqualTo("office-1{\"asOf\": \"2026-04-01\"}");
    }

    private void kill(long rows, long bytes) {
        throw new CancellationException("killed");
    }

    private RegisterReport run(LocalDate asOf, String... rows) throws IOException {
        Path file = RegisterFiles.write(folder, "register.csv", List.of(rows));
        return register.run(file, asOf, "office-1", SILENT);
    }

    private static List<String> many() {
        return new ArrayList<>(
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> RegisterFiles.row("" + i, "" + i, "世帯主"))
                        .toList());
    }

    private String one(String sql) {
        return database.jdbc().sql(sql).query(String.class).single();
    }
}
