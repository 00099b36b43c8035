package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.Kyufu;
import jp.kyufu.access.People;
import jp.kyufu.books.Books;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Program;
import jp.kyufu.samples.Answer;
import jp.kyufu.value.PrintedNumber;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A village of a few households, each known to the last digit, on the whole application: files come
 * in through imports, people act through what commands call. Household h has 1 + h % 3 members and
 * account 100000h; every fourth wants points, of those every second with a wallet.
 */
final class Village implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    /** Where protected residents of this village live now. */
    static final String HIDDEN = "東京都桑都市秘匿町七丁目９番９号";

    static final String[] SURNAMES = {"佐藤", "鈴木", "高橋", "田中", "伊藤"};
    static final String[] SURNAME_KANA = {"サトウ", "スズキ", "タカハシ", "タナカ", "イトウ"};
    static final String[] GIVEN = {"一郎", "二郎", "三郎", "四郎"};
    static final String[] GIVEN_KANA = {"イチロウ", "ジロウ", "サブロウ", "シロウ"};

    private static final String BANKS =
            """
            金融機関コード,金融機関名,金融機関名カナ,支店コード,支店名,支店名カナ
            0005,試験銀行,シケン,123,本店,ホンテン
            0005,試験銀行,シケン,124,駅前,エキマエ
            """;

    final TestDatabase database = TestDatabase.create();
    final Program program;

    /** Residents whom the next extract shows as protected, at an address of their own. */
    final Set<String> guarded = new HashSet<>();

    /** Residents whom the next extract shows to have moved out, where it says that they left. */
    final Set<String> movedOut = new HashSet<>();

    /** 続柄 of residents in the next extract, where it is not that of the beginning. */
    final Map<String, String> relations = new HashMap<>();

    /** Households of which the next extract shows a member nobody knew. */
    final Set<Integer> grown = new HashSet<>();

    /** Birth dates of residents in the next extract, where they are not {@link #birthday}. */
    final Map<String, LocalDate> born = new HashMap<>();

    private final Path directory;
    private final int households;
    private final LocalDate expires;
    private @Nullable ConfigurableApplicationContext context; // none once closed
    private int uploads;

    /** A village whose every household has applied and was assessed. */
    Village(Path directory, int households, int recordsPerFile) {
        this(directory, households, recordsPerFile, true);
    }

    Village(Path directory, int households, int recordsPerFile, boolean applied) {
        this(directory, households, recordsPerFile, applied, LocalDate.of(2026, 12, 31));
    }

    /** With points that are good until a day of the test's own. */
    Village(Path at, int households, int recordsPerFile, boolean applied, LocalDate expires) {
        this.directory = at;
        this.expires = expires;
        this.households = households;
        String[] settings =
                Stream.concat(
                                Stream.of(database.springProperties()),
                                Stream.of(
                                        "kyufu.data=" + at.resolve("data"),
                                        "kyufu.training=true",
                                        "kyufu.today=" + TODAY))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new);
        context =
                new SpringApplicationBuilder(Kyufu.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(settings);
        Stream.of(Role.values()).forEach(role -> person(role.name(), role));
        person("OFFICE2", Role.OFFICE);
        person("ALL", Role.values());
        ImportJobs imports = get(ImportJobs.class);
        imports.bankMaster(write("banks.csv", BANKS), "OFFICE");
        register(LocalDate.of(2026, 2, 1), Map.of());
        program = open("mura2026", recordsPerFile, "");
        if (applied) {
            List<Map<String, String>> all = new ArrayList<>();
            for (int h = 1; h <= households; h++) {
                all.add(application(h, "W" + "%010d".formatted(h), "2026-04-01 09:00:00"));
            }
            apply(all);
            assess();
        }
    }

    /** What a command answers, as it is typed, on this village and its day. */
    Answer command(String... words) {
        return Typed.command(database, directory.resolve("data"), TODAY, words);
    }

    /** The bytes of a file that was released into a folder. */
    byte[] released(Path folder, int file) {
        String sql = "SELECT name FROM dispatch_file WHERE file_no = " + file;
        try {
            return Files.readAllBytes(folder.resolve(jdbc().sql(sql).query(String.class).single()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Class<T> type) {
        return context().getBean(type);
    }

    ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context, "closed");
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    void person(String id, Role... roles) {
        get(People.class).add(id, List.of(roles), null, "setup");
    }

    /** Opens a program beside the first, on the same terms but for what is written here. */
    Program open(String code, String beside) {
        return open(code, 9_999, beside);
    }

    private Program open(String code, int recordsPerFile, String beside) {
        Path file = write(code + ".yaml", terms(code, expires, recordsPerFile, beside));
        return get(ProgramJobs.class).open(file, "OFFICE").program();
    }

    void assess() {
        assess(program);
    }

    void assess(Program of) {
        get(AssessJob.class).run(of, "OFFICE");
    }

    List<Integer> build() {
        return build(program);
    }

    List<Integer> build(Program of) {
        var built = get(FileBuild.class).build(of, Optional.empty(), Optional.empty(), "OFFICE");
        return built.stream().map(DispatchFile::fileNo).toList();
    }

    void verify() {
        assertThat(get(Books.class).verify()).isEmpty();
    }

    /** The rows of an export, by the column given. */
    Map<String, Map<String, String>> export(Export export, String by) {
        return export(export, program, by);
    }

    Map<String, Map<String, String>> export(Export export, Program of, String by) {
        Path file = directory.resolve(export.fileName());
        get(Exports.class).write(export, of, file, "AUDITOR");
        try {
            List<String> lines = Files.readAllLines(file);
            String[] header = lines.getFirst().split(",", -1);
            Map<String, Map<String, String>> rows = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], fields[i]);
                }
                rows.put(row.get(by), row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String payment(long number) {
        String sql = "SELECT state FROM payment WHERE payment_no = " + number;
        return jdbc().sql(sql).query(String.class).single();
    }

    /** Imports an extract; {@code left} names residents who left, and when. */
    void register(LocalDate asOf, Map<String, String> left) {
        register(asOf, extract(asOf, left));
    }

    /** Imports an extract as it is. */
    void register(LocalDate asOf, String extract) {
        Path file = write("register-" + asOf + ".csv", extract);
        get(ImportJobs.class).register(file, asOf, "OFFICE");
    }

    /** An extract of that day. */
    String extract(LocalDate asOf, Map<String, String> left) {
        StringBuilder rows = new StringBuilder("宛名番号,世帯番号,氏名,氏名カナ,生年月日,性別,続柄,郵便番号,住所,方書,");
        rows.append("住民区分,住民となった日,異動事由,異動日,支援措置\n");
        for (int h = 1; h <= households; h++) {
            for (int m = 0; m <= h % 3 + (grown.contains(h) ? 1 : 0); m++) {
                String no = resident(h, m);
                String when = left.getOrDefault(no, "");
                rows.append(no + "," + household(h) + ",")
                        .append(surname(h) + "　" + (m == 0 ? given(h) : "花" + m) + ",")
                        .append(kana(h, m) + ",")
                        .append(born.getOrDefault(no, birthday(h, m)) + ",男,")
                        .append(
                                relations.getOrDefault(no, m == 0 ? "世帯主" : "子")
                                        + ",209-0001,"
                                        + (guarded.contains(no) ? HIDDEN : "東京都桑都市一丁目" + h + "番１号")
                                        + ","
                                        + asOf
                                        + ",")
                        .append("日本人,2001-01-01," + left(no, when))
                        .append("," + when + (guarded.contains(no) ? ",1\n" : ",0\n"));
            }
        }
        return rows.toString();
    }

    private String left(String no, String when) {
        return when.isEmpty() ? "" : movedOut.contains(no) ? "転出" : "死亡";
    }

    /** Hands in applications in the online layout. */
    Path apply(List<Map<String, String>> applications) {
        return apply(program, applications);
    }

    Path apply(Program to, List<Map<String, String>> applications) {
        Path file = file(applications);
        get(ImportJobs.class).applications(file, to, "OFFICE");
        return file;
    }

    /** A file of applications in the online layout. */
    Path file(List<Map<String, String>> applications) {
        List<String> header = List.copyOf(applications.getFirst().keySet());
        StringBuilder rows = new StringBuilder(String.join(",", header)).append('\n');
        for (Map<String, String> row : applications) {
            rows.append(String.join(",", header.stream().map(row::get).toList())).append('\n');
        }
        return write("applications-" + ++uploads + ".csv", rows.toString());
    }

    /** The application of a household, as it should be filled in. */
    static Map<String, String> application(int h, String receipt, String received) {
        boolean points = h % 4 == 0;
        Map<String, String> row = new LinkedHashMap<>();
        String[] header =
                ("受付番号,申請日時,申請書番号,申請者氏名,申請者氏名カナ,申請者生年月日,郵便番号,住所,電話番号,"
                                + "メールアドレス,世帯人数,辞退者,受取方法,桑都ペイID,金融機関コード,支店コード,"
                                + "預金種目,口座番号,口座名義カナ,ゆうちょ記号,ゆうちょ番号,本人確認書類,"
                                + "口座確認書類,代理人氏名,代理人氏名カナ,代理人続柄")
                        .split(",", -1);
        for (String column : header) {
            row.put(column, "");
        }
        row.put("受付番号", receipt);
        row.put("申請日時", received);
        row.put("申請書番号", PrintedNumber.ofHousehold(household(h)).digits());
        row.put("申請者氏名", surname(h) + " " + given(h));
        row.put("申請者氏名カナ", kana(h, 0));
        row.put("申請者生年月日", birthday(h, 0).toString());
        row.put("住所", "東京都桑都市一丁目" + h + "番１号");
        row.put("受取方法", points ? "桑都ペイ" : "現金");
        row.put("本人確認書類", "有");
        row.put("口座確認書類", "有");
        if (!points) {
            row.put("金融機関コード", "0005");
            row.put("支店コード", "123");
            row.put("預金種目", "普通");
            row.put("口座番号", account(h));
            row.put("口座名義カナ", kana(h, 0));
        } else if (h % 8 == 0) {
            row.put("桑都ペイID", wallet(h));
        }
        return row;
    }

    /** How a household wants to be paid. */
    static Rail rail(int h) {
        return h % 4 == 0 ? Rail.POINTS : Rail.CASH;
    }

    static int householdOf(String resident) {
        return Integer.parseInt(resident.substring(0, 7));
    }

    static String resident(int h, int member) {
        return "%07d%d".formatted(h, member);
    }

    static String household(int h) {
        return "%010d".formatted(h);
    }

    static String account(int h) {
        return Integer.toString(1_000_000 + h);
    }

    static String wallet(int h) {
        return "SP%010d".formatted(7_000_000_000L + h);
    }

    static String surname(int h) {
        return SURNAMES[h % SURNAMES.length];
    }

    static String given(int h) {
        return GIVEN[h % GIVEN.length];
    }

    static String kana(int h, int member) {
        String name = GIVEN_KANA[h % GIVEN_KANA.length];
        return SURNAME_KANA[h % SURNAME_KANA.length] + "　" + (member == 0 ? name : "ハナ");
    }

    static LocalDate birthday(int h, int member) {
        return LocalDate.of(1950, 1, 1).plusDays(h).plusYears(30L * member);
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String terms(String code, LocalDate expires, int recordsPerFile, String beside) {
        return """
        code: %s
        name: 村の給付金
        reference_date: 2026-01-01
        window: {from: 2026-03-01, to: %s}
        rates: {cash: 5000, points: 6000}
        points: {currency: 桑都ペイ, expires: %s}
        household_cap: {cash: 100000, points: 120000}
        budget: [{source: 国庫支出金, cash: 10000000, points: 10000000}]
        consignor: {code: "0000000777", name: "ﾑﾗﾔｸﾊﾞ", bank: "0005", branch: "123", type: "1", account: "0000099"}
        bank_profile: {terminator: CRLF, clearing_house: "0000", symbols: "().-", records_per_file: %d,
          cut_off: "12:00", earliest_days: 1, latest_days: 15, return_days: 5}
        %s
        """
                .formatted(code, expires.minusDays(1), expires, recordsPerFile, beside);
    }

    @Override
    public void close() {
        context().close();
        context = null;
        database.close();
    }
}
