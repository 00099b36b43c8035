package jp.kyufu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.kanji.Choice;
import jp.kyufu.kanji.KanjiMapImport;
import jp.kyufu.kanji.KanjiMapReport;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.program.Programs;
import jp.kyufu.text.KanjiVariants;
import jp.kyufu.text.Keys;
import jp.kyufu.upload.CsvUpload;
import jp.kyufu.upload.Stages;
import jp.kyufu.value.Refusal;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationImportTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final CsvUpload.Advance SILENT = (rows, bytes) -> {};
    private static final int MANY = 30_000;

    @TempDir Path folder;
    private TestDatabase database;
    private Stages stages;
    private ApplicationImport intake;
    private Program program;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.create();
        stages =
                new Stages(
                        database,
                        folder,
                        "jp.kyufu.upload",
                        "jp.kyufu.intake",
                        "jp.kyufu.kanji",
                        "jp.kyufu.audit",
                        "jp.kyufu.access",
                        "jp.kyufu.program");
        intake = stages.get(ApplicationImport.class);
        Path file = folder.resolve("program.yaml");
        try (var in = Programs.class.getResourceAsStream("program.yaml")) {
            Files.write(file, in.readAllBytes());
        }
        ProgramTerms terms = ProgramFile.read(file);
        program = stages.get(Programs.class).open(terms, "office-1");
    }

    @AfterEach
    void close() {
        stages.close();
        database.close();
    }

    @Test
    void everyColumnIsStored() throws IOException {
        IntakeReport report = online("o.csv", ApplicationFiles.online());
        assertThat(report.layout()).isEqualTo("online");
        assertThat(report.upload().accepted()).isEqualTo(1);
        Map<String, Object> row =
                database.jdbc().sql("SELECT * FROM received_application").query().singleRow();
        long file = report.upload().fileId();
        assertThat(row)
                .containsEntry("application_id", (file << 32) + 2)
                .containsEntry("channel", "ONLINE")
                .containsEntry("receipt_no", "W0000000001")
                .containsEntry("printed_household", "0000000062")
                .containsEntry("rail", "CASH")
                .containsEntry(
                        "payee_fingerprint", stages.get(Fingerprints.class).of("000100111234567"));
        assertThat(row.get("received_at")).hasToString("2026-05-01 10:20:30.0");
        assertThat(row.get("birth_date")).hasToString("1988-01-09");
        assertThat((byte[]) row.get("content_digest")).hasSize(16);
        assertThat(row.get("codes")).hasToString("{}");
        ApplicationForm form =
                ApplicationForm.fromBytes(stages.get(Vault.class).open((byte[]) row.get("sealed")));
        assertThat(form.get(Field.NAME)).isEqualTo("髙橋　太郎");
        assertThat(form.get(Field.MEMBER_COUNT)).isEqualTo("2");
    }

    @Test
    void bothLayoutsAndBothEncodingsGiveTheSameKeys() throws IOException {
        online("o.csv", ApplicationFiles.online());
        paper("p.csv", ApplicationFiles.paper());
        assertThat(
                        one(
                                "SELECT count(DISTINCT (printed_household, birth_date, name_key,"
                                        + " kana_key, address_key, rail, payee_fingerprint))"
                                        + " FROM application"))
                .isEqualTo("1");
        assertThat(one("SELECT count(DISTINCT name_written_key) FROM application")).isEqualTo("2");
    }

    @Test
    void aMapLoadedLaterMakesTheKeyOfASealedNameAnewAndNothingElse() throws IOException {
        online("o.csv", ApplicationFiles.online("申請者氏名", "㔟田　太郎"));
        String rest = "SELECT md5((to_jsonb(a) - 'name_key')::text) FROM application a";
        String before = one(rest);
        Path samples = Path.of("sample-files");
        KanjiMapReport report =
                stages.get(KanjiMapImport.class)
                        .run(
                                samples.resolve("kanji-map.json"),
                                Optional.of(samples.resolve("kanji-glyphs.csv")),
                                Choice.USUAL,
                                "office-1");
        KanjiVariants.use(Map.of());
        assertThat(report.keys()).isOne();
        assertThat(one("SELECT name_key FROM application")).isEqualTo("" + Keys.hash64("勢田太郎"));
        assertThat(one(rest)).isEqualTo(before);
    }

    @Test
    void codesOfTheFormAreStored() throws IOException {
        online("o.csv", ApplicationFiles.online("本人確認書類", "無", "申請書番号", "1"));
        assertThat(one("SELECT codes::text FROM application"))
                .isEqualTo("{IDENTITY_DOCUMENT_MISSING,CHECK_DIGIT_WRONG}");
    }

    @Test
    void theSameReceiptWithEqualContentIsARepeatCountedApart() throws IOException {
        online("o.csv", ApplicationFiles.online());
        IntakeReport report =
                online(
                        "o2.csv",
                        ApplicationFiles.online("受付番号", "W2"),
                        ApplicationFiles.online("電話番号", " 042-000-0001 "),
                        ApplicationFiles.online("受付番号", "W2"));
        assertThat(report.upload().accepted()).isEqualTo(1);
        assertThat(report.upload().repeated()).isEqualTo(2);
        assertThat(report.upload().rejected()).isZero();
        assertThat(report.conflicts()).isZero();
        assertThat(rejects(report)).isEqualTo("3 RECEIPT_REPEATED 受付番号, 4 RECEIPT_REPEATED 受付番号");
    }

    @Test
    void theSameReceiptWithOtherContentIsAConflictOfTheFirst() throws IOException {
        long first = online("o.csv", ApplicationFiles.online()).upload().fileId();
        IntakeReport report =
                online(
                        "o2.csv",
                        ApplicationFiles.online("口座番号", "7654321"),
                        ApplicationFiles.online("受付番号", "W2"),
                        ApplicationFiles.online("受付番号", "W2", "世帯人数", "9"));
        assertThat(report.upload().accepted()).isEqualTo(1);
        assertThat(report.upload().rejected()).isEqualTo(2);
        assertThat(report.conflicts()).isEqualTo(2);
        assertThat(rejects(report)).isEqualTo("2 RECEIPT_CONFLICT 受付番号, 4 RECEIPT_CONFLICT 受付番号");
        long second = report.upload().fileId();
        assertThat(
                        one(
                                "SELECT string_agg(application_id || ' ' || file_id || ' ' || line,"
                                        + " ', ' ORDER BY line) FROM receipt_conflict"))
                .isEqualTo(
                        ((first << 32) + 2)
                                + " "
                                + second
                                + " 2, "
                                + ((second << 32) + 3)
                                + " "
                                + second
                                + " 4");
    }

    @Test
    void theSameReceiptOnTheOtherChannelIsAnotherApplication() throws IOException {
        online("o.csv", ApplicationFiles.online("受付番号", "X1"));
        IntakeReport report = paper("p.csv", ApplicationFiles.paper("管理番号", "X1"));
        assertThat(report.upload().accepted()).isEqualTo(1);
    }

    @Test
    void repeatsAreFoundWhateverTheOrderOfTheNumbers() throws IOException {
        List<String> rows =
                new ArrayList<>(
                        IntStream.range(0, MANY)
                                .mapToObj(i -> (i * 7_919L) % MANY)
                                .map(n -> ApplicationFiles.online("受付番号", "W" + n))
                                .toList());
        rows.add(ApplicationFiles.online("受付番号", "W17"));
        rows.add(ApplicationFiles.online("受付番号", "W0", "電話番号", ""));
        IntakeReport report = online("o.csv", rows.toArray(String[]::new));
        assertThat(report.upload().accepted()).isEqualTo(MANY);
        assertThat(report.upload().repeated()).isEqualTo(1);
        assertThat(report.conflicts()).isEqualTo(1);
    }

    @Test
    void rowsWithoutNumberOrDayAreRejected() throws IOException {
        IntakeReport report =
                online(
                        "o.csv",
                        ApplicationFiles.online("受付番号", "", "申請日時", "きのう"),
                        ApplicationFiles.online("申請者氏名", "髙\u0001橋"),
                        "W1,2",
                        ApplicationFiles.online());
        assertThat(report.upload().accepted()).isEqualTo(1);
        assertThat(rejects(report))
                .isEqualTo(
                        "2 DATE_UNREADABLE 申請日時, 2 REQUIRED_EMPTY 受付番号,"
                                + " 3 CONTROL_CHARACTER 申請者氏名, 4 COLUMN_COUNT ");
    }

    @Test
    void aReceiptNumberThatNoIndexTakesIsRejectedAloneAndTheRestGoesOn() throws IOException {
        String endless =
                new SplittableRandom(1)
                        .ints(3_900, 0, 36)
                        .mapToObj(digit -> Integer.toString(digit, 36))
                        .collect(Collectors.joining());
        IntakeReport report =
                online(
                        "o.csv",
                        ApplicationFiles.online("受付番号", endless),
                        ApplicationFiles.online());
        assertThat(report.upload().accepted()).isEqualTo(1);
        assertThat(rejects(report)).isEqualTo("2 NUMBER_MALFORMED 受付番号");
    }

    @Test
    void anImportKilledHalfWayIsInvisibleAndGoesOnWithTheSameRows() throws IOException {
        List<String> rows = many();
        rows.add(20, ApplicationFiles.online("受付番号", "", "申請日時", ""));
        rows.add(ApplicationFiles.online("受付番号", "W1"));
        rows.add(ApplicationFiles.online("受付番号", "W1", "電話番号", "1"));
        Path file = file("o.csv", rows.toArray(String[]::new));
        assertThatThrownBy(() -> intake.run(file, program, "office-1", this::kill))
                .isInstanceOf(CancellationException.class);
        assertThat(one("SELECT count(*) > 0 FROM application")).isEqualTo("t");
        assertThat(one("SELECT count(*) FROM received_application")).isEqualTo("0");

        IntakeReport report = intake.run(file, program, "office-1", SILENT);
        assertThat(report.upload().accepted()).isEqualTo(MANY);
        assertThat(report.upload().repeated()).isEqualTo(1);
        assertThat(report.upload().rejected()).isEqualTo(2);
        String facts =
                "SELECT md5(string_agg(concat_ws('/', application_id & 4294967295, receipt_no,"
                        + " received_at, name_key, codes, content_digest, payee_fingerprint), ','"
                        + " ORDER BY application_id)) FROM received_application WHERE program_id = ";
        String interrupted = one(facts + program.id());
        Program other = otherProgram();
        intake.run(file, other, "office-1", SILENT);
        assertThat(one(facts + other.id())).isEqualTo(interrupted);
    }

    @Test
    void aReceiptOfAnInterruptedImportMakesAnotherFileWait() throws IOException {
        Path file = file("o.csv", many().toArray(String[]::new));
        assertThatThrownBy(() -> intake.run(file, program, "office-1", this::kill))
                .isInstanceOf(CancellationException.class);
        Path other = file("other.csv", ApplicationFiles.online("受付番号", "W1"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> intake.run(other, program, "office-1", SILENT))
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("intake.unfinished");
                    assertThat(e.args()).containsExactly("o.csv", "W1");
                });
        intake.run(file, program, "office-1", SILENT);
        IntakeReport report = intake.run(other, program, "office-1", SILENT);
        assertThat(report.upload().repeated()).isEqualTo(1);
    }

    @Test
    void twoImportsAtOnceAcceptEachReceiptOnce() throws IOException {
        List<String> rows = many();
        Path one = file("1.csv", rows.toArray(String[]::new));
        rows.add(ApplicationFiles.online("受付番号", "W-last"));
        Path two = file("2.csv", rows.reversed().toArray(String[]::new));
        CompletableFuture<IntakeReport> first =
                CompletableFuture.supplyAsync(() -> intake.run(one, program, "office-1", SILENT));
        IntakeReport second = intake.run(two, program, "office-2", SILENT);
        assertThat(first.join().upload().accepted() + second.upload().accepted())
                .isEqualTo(MANY + 1);
        assertThat(one("SELECT count(*) FROM received_application")).isEqualTo("" + (MANY + 1));
    }

    @Test
    void aThirdLayoutIsAddedByConfiguration() throws IOException {
        Files.createDirectories(folder.resolve("layouts"));
        Files.writeString(folder.resolve("layouts/counter.yaml"), LayoutsTest.COUNTER);
        Path file =
                ApplicationFiles.write(
                        folder,
                        "c.csv",
                        WINDOWS_31J,
                        "整理番号,受領日,氏名,方法,写し",
                        List.of("C-1,R8.5.1,髙橋　太郎,ポイント,1"));
        IntakeReport report = intake.run(file, program, "office-1", SILENT);
        assertThat(report.layout()).isEqualTo("counter");
        assertThat(one("SELECT channel || ' ' || rail || ' ' || codes::text FROM application"))
                .isEqualTo("COUNTER POINTS {}");
    }

    @Test
    void nothingReadableIsLeftOfANameOrAnAccount() throws IOException {
        online("o.csv", ApplicationFiles.online(), ApplicationFiles.online("受付番号", ""));
        String rows =
                one("SELECT string_agg(a::text, '') FROM application AS a")
                        + one("SELECT string_agg(r::text, '') FROM intake_reject AS r");
        assertThat(rows).doesNotContain("太郎", "1234567", "本町", "taro@example.jp");
    }

    private void kill(long rows, long bytes) {
        throw new CancellationException("killed");
    }

    private Program otherProgram() throws IOException {
        Path file = folder.resolve("program.yaml");
        String text = Files.readString(file).replaceFirst("(?m)^code: .*$", "code: OTHER");
        Files.writeString(file, text);
        return stages.get(Programs.class).open(ProgramFile.read(file), "office-1");
    }

    private IntakeReport online(String name, String... rows) throws IOException {
        return intake.run(file(name, rows), program, "office-1", SILENT);
    }

    private IntakeReport paper(String name, String... rows) throws IOException {
        Path file =
                ApplicationFiles.write(
                        folder, name, WINDOWS_31J, ApplicationFiles.PAPER, List.of(rows));
        return intake.run(file, program, "office-1", SILENT);
    }

    private Path file(String name, String... rows) throws IOException {
        return ApplicationFiles.write(
                folder, name, StandardCharsets.UTF_8, ApplicationFiles.ONLINE, List.of(rows));
    }

    private static List<String> many() {
        return new ArrayList<>(
                IntStream.range(0, MANY)
                        .mapToObj(i -> ApplicationFiles.online("受付番号", "W" + i))
                        .toList());
    }

    private String rejects(IntakeReport report) {
        return one(
                "SELECT string_agg(line || ' ' || code || ' ' || column_name, ', '"
                        + " ORDER BY line, code) FROM intake_reject WHERE file_id = "
                        + report.upload().fileId());
    }

    private String one(String sql) {
        return database.jdbc().sql(sql).query(String.class).single();
    }
}
