package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import jp.kyufu.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;

/**
 * A village is paid, with forms whose accounts, telephones, mails and proxies are like nothing
 * else; hostile files are handed in besides. Then the whole database is dumped, and every log and
 * sentence kept, and searched for them in every spelling and encoding.
 */
class DumpTest {

    private static final int HOUSEHOLDS = 12;
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    @TempDir static Path directory;
    private static Village village;
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static final StringBuilder SENTENCES = new StringBuilder();

    @BeforeAll
    static void payAndBeAttacked() throws IOException {
        LOG.start();
        root().addAppender(LOG);
        village = new Village(directory, HOUSEHOLDS, 9_999);
        List<Map<String, String>> again = new ArrayList<>();
        for (int h = 1; h <= HOUSEHOLDS; h++) {
            again.add(secretive(h));
        }
        village.apply(again);
        village.assess();
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out"), "FINANCE");
        attack();
    }

    @AfterAll
    static void leave() {
        root().detachAppender(LOG);
        village.close();
    }

    @Test
    void aDumpOfTheDatabaseHoldsNoAccountHolderTelephoneOrMail() throws Exception {
        Map<String, byte[]> dump = dump();
        assertThat(dump).containsKeys("application", "batch_job_execution_params", "result_line");
        assertThat(text(dump.get("resident"))).contains(Village.surname(1));
        Set<String> found = new TreeSet<>();
        dump.forEach((table, bytes) -> {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String secret : secrets()) {
                for (String spelling : spellings(secret)) {
                    if (all.contains(spelling)) {
                        found.add(table + ": " + secret);
                    }
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noLogAndNoSentenceHoldsOne() throws IOException {
        StringBuilder said = new StringBuilder(SENTENCES);
        for (ILoggingEvent event : List.copyOf(LOG.list)) {
            said.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                said.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
            }
        }
        try (Stream<Path> logs = Files.walk(Path.of("target", "test-database"))) {
            for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                said.append(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
        }
        assertThat(SENTENCES).isNotEmpty();
        String all =
                new String(
                        said.toString().getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        List<String> names = new ArrayList<>(secrets());
        names.add(Village.surname(1) + " " + Village.given(1));
        assertThat(names)
                .allSatisfy(secret -> assertThat(spellings(secret)).noneMatch(all::contains));
    }

    @Test
    void whatIsSealedIsThereForWhoHoldsTheKeys() {
        byte[] sealed =
                village.jdbc()
                        .sql("SELECT sealed FROM application WHERE receipt_no = 'W0000000101'")
                        .query((row, _) -> row.getBytes(1))
                        .single();
        assertThat(village.get(Vault.class).openText(sealed)).contains(phone(1), mail(1));
    }

    /** The same household by a proxy whom no register knows, with telephone and mail. */
    private static Map<String, String> secretive(int h) {
        Map<String, String> row =
                Village.application(h, "W" + "%010d".formatted(100 + h), "2026-04-03 09:00:00");
        row.put("電話番号", phone(h));
        row.put("メールアドレス", mail(h));
        row.put("代理人氏名", "雲母坂 譲" + h);
        row.put("代理人氏名カナ", "キララザカ　ユズル");
        row.put("代理人続柄", "知人");
        if (h % 4 != 0) {
            row.put("口座番号", number(h));
            row.put("口座名義カナ", "キララザカ　ユズル");
        }
        return row;
    }

    /** Files and rows that break at every stage, each with things that must not be repeated. */
    private static void attack() {
        String header = String.join(",", Village.application(1, "", "").keySet());
        List<String> bodies =
                List.of(
                        header + "\n" + row(1, "受付番号", ""),
                        header + "\n" + row(2, "申請日時", number(2)),
                        header + "\n" + row(3, "申請者氏名", "雲母坂\u0007" + number(3)),
                        header + "\n" + row(4, "受付番号", "W0000000104") + "," + phone(4),
                        header + "\n" + row(5, "申請者生年月日", phone(5)),
                        header + "\n" + row(6, "口座番号", "\"" + number(6)),
                        header + "," + phone(7) + "\n" + row(7, "住所", mail(7)),
                        row(8, "住所", "雲母坂町") + "\n" + row(8, "住所", "雲母坂町"),
                        header.replace("口座番号", number(9)) + "\n" + row(9, "住所", "x"));
        for (int i = 0; i < bodies.size(); i++) {
            Path file = village.write("attack-" + i + ".csv", bodies.get(i) + "\n");
            try {
                village.get(ImportJobs.class).applications(file, village.program, "OFFICE");
            } catch (Refusal refusal) {
                // What stands in a header may be repeated: a header is no person's.
                if (i < 7) {
                    say(refusal);
                }
            } catch (RuntimeException e) {
                SENTENCES.append(e).append('\n');
            }
        }
        for (String kind : List.of("results", "points")) {
            Path file =
                    village.write(
                            kind + ".txt",
                            kind.equals("results")
                                    ? "2" + number(1) + "ｷﾗﾗｻﾞｶ ﾕｽﾞﾙ" + " ".repeat(90) + "\r\n"
                                    : "付与番号,結果コード,付与日時,ポイント数\n"
                                            + number(1)
                                            + ",雲母坂,x,\""
                                            + phone(1));
            try {
                if (kind.equals("results")) {
                    village.get(ImportJobs.class).results(file, village.program, "FINANCE");
                } else {
                    village.get(ImportJobs.class).pointResults(file, village.program, "FINANCE");
                }
            } catch (Refusal refusal) {
                say(refusal);
            }
        }
    }

    private static String row(int h, String column, String value) {
        Map<String, String> row = new LinkedHashMap<>(secretive(h));
        row.put("受付番号", "W" + "%010d".formatted(200 + h));
        row.put(column, value);
        return String.join(",", row.values());
    }

    private static void say(Refusal refusal) {
        for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            SENTENCES.append(new Words(language).of(refusal)).append('\n');
        }
        SENTENCES.append(refusal).append('\n');
    }

    private static String number(int h) {
        return Integer.toString(4_918_270 + h);
    }

    private static String phone(int h) {
        return "090-8877-66%02d".formatted(h);
    }

    private static String mail(int h) {
        return "kirara.%d@geheim.example".formatted(h);
    }

    private static List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of("雲母坂 譲", "雲母坂", "キララザカ　ユズル", "キララザカ"));
        for (int h = 1; h <= HOUSEHOLDS; h++) {
            secrets.add(phone(h));
            secrets.add(phone(h).replace("-", ""));
            secrets.add(mail(h));
            if (h % 4 != 0) {
                secrets.add(number(h));
                secrets.add(Village.account(h));
            } else {
                secrets.add(Village.wallet(h));
            }
        }
        return secrets;
    }

    /** A text in every width and encoding, as bytes and in hexadecimal digits, read as Latin 1. */
    private static Set<String> spellings(String secret) {
        Set<String> spellings = new TreeSet<>();
        for (String width :
                List.of(secret, fullWidth(secret), halfWidth(secret), secret.replace("　", " "))) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, JAPANESE, StandardCharsets.UTF_16BE)) {
                byte[] bytes = width.getBytes(charset);
                spellings.add(new String(bytes, StandardCharsets.ISO_8859_1));
                spellings.add(HexFormat.of().formatHex(bytes));
            }
        }
        return spellings;
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    /** Katakana as banks send them; in Windows-31J these are the bytes of JIS X 0201. */
    private static String halfWidth(String text) {
        StringBuilder narrow = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    String half = "";
                    for (int h = 0xFF61; h <= 0xFF9F && half.isEmpty(); h++) {
                        for (String mark : List.of("", "ﾞ", "ﾟ")) {
                            String candidate = (char) h + mark;
                            if (Normalizer.normalize(candidate, Normalizer.Form.NFKC)
                                    .equals(Character.toString(c))) {
                                half = candidate;
                            }
                        }
                    }
                    narrow.append(
                            half.isEmpty() ? (c == 0x3000 ? " " : Character.toString(c)) : half);
                });
        return narrow.toString();
    }

    /** Every table as COPY writes it, as text and binary. */
    private static Map<String, byte[]> dump() throws Exception {
        Map<String, byte[]> dump = new LinkedHashMap<>();
        try (Connection connection = village.database.superuserDataSource().getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table :
                    village.jdbc()
                            .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                            .query(String.class)
                            .list()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copy.copyOut("COPY " + table + " TO STDOUT", bytes);
                copy.copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", bytes);
                dump.put(table, bytes.toByteArray());
            }
        }
        return dump;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
