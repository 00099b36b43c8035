package jp.kyufu.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.upload.Submission.Kind;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CsvUploadTest {

    private static final Layout LAYOUT = new Layout("test", List.of("番号", "氏名"), List.of("備考"));
    private static final Submission OFFICE =
            new Submission(Kind.REGISTER, Optional.empty(), "office-1");

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = database.jdbc();
    @TempDir private Path directory;
    private Vault vault = null;
    private CsvUpload upload = null;

    @BeforeEach
    void start() {
        JdbcClient.create(database.ownerDataSource())
                .sql("CREATE TABLE seen (line bigint PRIMARY KEY, no text, name text, note text)")
                .update();
        vault = Keys.open(database.appDataSource(), directory.resolve("keys"), true).vault();
        upload = new CsvUpload(uploads(), store(), vault, database.transaction());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Keeps rows with a number; may refuse to go on after some rows, as a kill would. */
    private class Stage implements RowStage<CopyBuffer> {

        private final long dieAtLine;
        private boolean finished;

        Stage(long dieAtLine) {
            this.dieAtLine = dieAtLine;
        }

        @Override
        public CopyBuffer newBlock() {
            return new CopyBuffer();
        }

        @Override
        public List<Reject> read(Record row, CopyBuffer block) {
            if (row.value(0).isEmpty()) {
                return List.of(Reject.of("番号", ReasonCode.REQUIRED_EMPTY));
            }
            block.row(4).int8(row.line()).text(row.value(0)).text(row.value(1)).text(row.value(2));
            return List.of();
        }

        @Override
        public void store(Chunk<CopyBuffer> chunk) {
            CopyIn.copy(database.appDataSource(), "seen", chunk.blocks());
            boolean reached =
                    jdbc.sql("SELECT count(*) FROM seen WHERE line >= :line")
                                    .param("line", dieAtLine)
                                    .query(Long.class)
                                    .single()
                            > 0;
            if (reached) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void finish(int fileId) {
            finished = true;
        }
    }

    @Test
    void acceptedRowsAreStoredAndEachRejectIsKeptWithItsLineAndOriginal() throws IOException {
        Path file =
                write(
                        "a.csv",
                        "氏名,番号\r\n山田,1\r\n,\"2\"\r\n欠番,\r\n列,3,余分\r\n"
                                + "\"改\r\n行\",4\r\n\"開,5\r\n鈴\u0000木,6\r\n終,7",
                        "UTF-8");
        Stage stage = new Stage(Long.MAX_VALUE);
        UploadReport report = run(file, stage);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.rejected()).isEqualTo(4);
        assertThat(report.sequence()).isEqualTo(1);
        assertThat(stage.finished).isTrue();
        assertThat(seen()).containsExactly("2|1|山田|", "3|2||", "6|4|改 行|", "10|7|終|");
        StringWriter exported = new StringWriter();
        export().write(exported, (short) 1, new Words(Locale.ENGLISH));
        assertThat(exported.toString())
                .isEqualTo(
                        """
                        file,line,column,code,message,raw
                        a.csv,4,番号,REQUIRED_EMPTY,\
                        """
                                + "\"\"\"番号\"\" is empty.\",\"欠番,\"\n"
                                + "a.csv,5,,COLUMN_COUNT,\"The row has 3 columns, the header 2.\","
                                + "\"列,3,余分\"\n"
                                + "a.csv,8,,QUOTE_BROKEN,\"A quote (\"\") is not closed properly.\","
                                + "\"\"\"開,5\"\n"
                                + "a.csv,9,氏名,CONTROL_CHARACTER,\"\"\"氏名\"\" contains a control"
                                + " character.\",\"鈴\u0000木,6\"\n");
    }

    @Test
    void aFileOfWindows31jLosesOnlyTheRowsWhoseBytesAreBroken() throws IOException {
        byte[] bytes = "番号,氏名\r\n1,髙橋ソ\r\n2,??\r\n3,能\r\n".getBytes("windows-31j");
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '?') {
                bytes[i] = (byte) (bytes[i + 1] == '?' ? 0x85 : 0xFF);
            }
        }
        Path file = Files.write(directory.resolve("b.csv"), bytes);
        UploadReport report = run(file, new Stage(Long.MAX_VALUE));
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(seen()).containsExactly("2|1|髙橋ソ|", "4|3|能|");
        StringWriter exported = new StringWriter();
        export().write(exported, (short) 1, new Words(Locale.JAPANESE));
        assertThat(exported.toString())
                .contains("b.csv,3,氏名,ENCODING_BROKEN,「氏名」に読めない文字があります。,\"2,\uFFFD");
    }

    @Test
    void aKillAtAnyChunkAndAnotherRunGiveTheSameRows() throws IOException {
        Path file = write("c.csv", rows(35_000), "UTF-8");
        for (long dieAt : new long[] {1, 11_000, 25_000, 35_000}) {
            assertThatThrownBy(() -> run(file, new Stage(dieAt))).hasMessage("killed");
        }
        UploadReport report = run(file, new Stage(Long.MAX_VALUE));
        assertThat(report.accepted()).isEqualTo(34_650);
        assertThat(report.rejected()).isEqualTo(350);
        assertThat(count("seen")).isEqualTo(34_650);
        assertThat(count("intake_reject")).isEqualTo(350);
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM seen WHERE no <> (line - 1)::text"
                                                + " OR name <> 'n' || no")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(count("intake_file")).isEqualTo(1);
    }

    @Test
    void aKillAfterTheLastRowLeavesOnlyTheCompletionToDo() throws IOException {
        Path file = write("k.csv", rows(3), "UTF-8");
        Stage dying =
                new Stage(Long.MAX_VALUE) {
                    @Override
                    public void finish(int fileId) {
                        throw new IllegalStateException("killed");
                    }
                };
        assertThatThrownBy(() -> run(file, dying)).hasMessage("killed");
        assertThat(count("intake_file WHERE completed_seq IS NULL")).isEqualTo(1);
        assertThat(run(file, new Stage(Long.MAX_VALUE)).accepted()).isEqualTo(3);
        assertThat(count("seen")).isEqualTo(3);
    }

    @Test
    void theSameBytesAreReceivedOnce() throws IOException {
        Path file = write("d.csv", rows(3), "UTF-8");
        run(file, new Stage(Long.MAX_VALUE));
        Path renamed = write("renamed.csv", rows(3), "UTF-8");
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> run(renamed, new Stage(Long.MAX_VALUE)));
        assertThat(new Words(Locale.ENGLISH).of(refusal))
                .isEqualTo(
                        "renamed.csv was already received at 2026-04-06 09:00:00 by office-1"
                                + " (d.csv).");
        assertThat(count("intake_file")).isEqualTo(1);
    }

    @Test
    void twoProcessesThatReadTheSameFileStoreItOnce() throws IOException {
        Path file = write("e.csv", rows(10_000), "UTF-8");
        Stage slow =
                new Stage(Long.MAX_VALUE) {
                    @Override
                    public CopyBuffer newBlock() {
                        if (count("seen") == 0) {
                            run(file, new Stage(Long.MAX_VALUE));
                        }
                        return super.newBlock();
                    }
                };
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> run(file, slow));
        assertThat(refusal.key()).isEqualTo("upload.elsewhere");
        assertThat(count("seen")).isEqualTo(9_900);
    }

    @Test
    void rowsThatTheStageFindsRepeatedWhenStoringAreCountedApart() throws IOException {
        Path file = write("f.csv", "番号,氏名\n1,a\n2,b\n3,c\n", "UTF-8");
        Stage stage =
                new Stage(Long.MAX_VALUE) {
                    @Override
                    public void store(Chunk<CopyBuffer> chunk) {
                        chunk.reject(3, Reject.of("番号", ReasonCode.RECEIPT_REPEATED));
                        chunk.reject(4, Reject.of("番号", ReasonCode.RECEIPT_CONFLICT));
                        chunk.reject(4, Reject.of("番号", ReasonCode.RECEIPT_CONFLICT));
                    }
                };
        UploadReport report = run(file, stage);
        assertThat(List.of(report.accepted(), report.repeated(), report.rejected()))
                .containsOnly(1L);
        assertThat(count("intake_reject")).isEqualTo(2);
    }

    @Test
    void aHeaderWithoutRowsIsACompleteUpload() throws IOException {
        for (String text : List.of("番号,氏名", "番号,氏名\r\n", "\uFEFF番号,氏名\n\n")) {
            Path file = write("g.csv", text, "UTF-8");
            assertThat(run(file, new Stage(Long.MAX_VALUE)).accepted()).isZero();
        }
        assertThat(
                        jdbc.sql("SELECT completed_seq FROM intake_file ORDER BY file_id")
                                .query(Long.class)
                                .list())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void originalsAreCiphertext() throws IOException {
        run(write("h.csv", "番号,氏名\n,SECRETNAME\n", "UTF-8"), new Stage(Long.MAX_VALUE));
        byte[] sealed = jdbc.sql("SELECT sealed FROM intake_reject").query(byte[].class).single();
        assertThat(new String(sealed, "ISO-8859-1")).doesNotContain("SECRETNAME");
        assertThat(vault.openText(sealed)).isEqualTo(",SECRETNAME");
    }

    private UploadReport run(Path file, Stage stage) {
        return upload.run(
                CsvFile.open(file, List.of(LAYOUT), UsualLimits.USUAL),
                OFFICE,
                stage,
                (rows, bytes) -> {});
    }

    private UploadStore store() {
        return new UploadStore(jdbc, database.appDataSource());
    }

    private Uploads uploads() {
        Clock clock = Clock.fixed(Instant.parse("2026-04-06T00:00:00Z"), ZoneId.of("Asia/Tokyo"));
        return new Uploads(store(), database.transaction(), new Audit(jdbc), clock);
    }

    private RejectsExport export() {
        return new RejectsExport(store(), vault, database.transaction());
    }

    /** Every hundredth row lacks its number. */
    private static String rows(int count) {
        StringBuilder text = new StringBuilder("番号,氏名,備考\n");
        for (int i = 1; i <= count; i++) {
            text.append(i % 100 == 0 ? "" : "" + i).append(",n").append(i).append(",\"x\"\n");
        }
        return text.toString();
    }

    private Path write(String name, String text, String charset) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(charset));
    }

    private List<String> seen() {
        return jdbc.sql(
                        "SELECT line || '|' || no || '|' || name || '|' || note FROM seen ORDER BY line")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
