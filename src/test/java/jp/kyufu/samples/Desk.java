package jp.kyufu.samples;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kyufu.Kyufu;
import jp.kyufu.kanji.Choice;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.PayJob;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.reconciliation.ResultSummary;
import jp.kyufu.reconciliation.StatementSummary;
import jp.kyufu.upload.RejectsExport;
import jp.kyufu.upload.UploadReport;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The installation that the demo leaves, all results taken in, where file after file is handed in.
 * What kind of file it is says the first word of its name.
 */
final class Desk implements AutoCloseable {

    /**
     * What became of a file.
     *
     * @param summary the refusal's key and place with its details, or the counts of an import with
     *     each reject as line, column and code, or each result that was not as expected
     * @param sentences what the person is told, in Japanese and in English
     */
    record Outcome(String summary, List<String> sentences) {}

    private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final ConfigurableApplicationContext context;
    private final ImportJobs imports;
    private final Program program;
    private LocalDate asOf = LocalDate.of(2026, 3, 31);

    private Desk(ConfigurableApplicationContext context) {
        this.context = context;
        this.imports = context.getBean(ImportJobs.class);
        this.program = context.getBean(Programs.class).theOne(Optional.empty());
    }

    static Desk open() {
        SampleCity.demo();
        return new Desk(
                new SpringApplicationBuilder(Kyufu.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(
                                "--kyufu.data=" + SampleCity.DATA.resolve("demo"),
                                "--kyufu.training=true",
                                "--kyufu.today=2026-07-02",
                                "--spring.datasource.url="));
    }

    Outcome handIn(Path file) {
        try {
            return switch (kind(file)) {
                case "program" ->
                        opened(context.getBean(ProgramJobs.class).open(file, PayJob.OFFICE));
                case "master" -> {
                    int branches = imports.bankMaster(file, PayJob.OFFICE);
                    yield new Outcome("branches " + branches, List.of());
                }
                case "register" -> {
                    asOf = asOf.plusDays(1);
                    yield uploaded(imports.register(file, asOf, PayJob.OFFICE).upload());
                }
                case "online", "paper" ->
                        uploaded(imports.applications(file, program, PayJob.OFFICE).upload());
                case "kanji" -> {
                    int folds =
                            imports.kanjiMap(file, Optional.empty(), Choice.USUAL, PayJob.OFFICE)
                                    .folds();
                    yield new Outcome("folds " + folds, List.of());
                }
                case "results" -> answered(imports.results(file, program, PayJob.FINANCE));
                case "statement" -> told(imports.statement(file, PayJob.FINANCE));
                case "totals" ->
                        new Outcome(
                                "differing "
                                        + imports.pointTotals(file, PayJob.FINANCE)
                                                .differing()
                                                .size(),
                                List.of());
                case "points" -> answered(imports.pointResults(file, program, PayJob.FINANCE));
                default -> throw new IllegalArgumentException("no kind of file: " + file);
            };
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** The rows of every table but those of the job log. */
    Map<String, Long> rows() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables =
                jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                        .query(String.class)
                        .list();
        for (String table : tables) {
            if (!table.startsWith("batch_")) {
                rows.put(
                        table,
                        jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
            }
        }
        return rows;
    }

    @Override
    public void close() {
        context.close();
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static Outcome opened(ProgramJobs.Opened opened) {
        return new Outcome("opened " + opened.program().code(), List.of());
    }

    private static Outcome refused(Refusal refusal) {
        List<String> places = new ArrayList<>();
        places.add("refused " + refusal.key() + place(refusal));
        refusal.details().forEach(detail -> places.add(detail.key() + place(detail)));
        return new Outcome(
                String.join("; ", places),
                LANGUAGES.stream().map(language -> new Words(language).of(refusal)).toList());
    }

    /** Line and column, without the name of the file. */
    private static String place(Refusal refusal) {
        String location = refusal.location();
        return location == null ? "" : location.substring(location.indexOf(':'));
    }

    private Outcome uploaded(UploadReport report) {
        List<String> summary = new ArrayList<>();
        summary.add("accepted " + report.accepted());
        if (report.repeated() > 0) {
            summary.add("repeated " + report.repeated());
        }
        for (CSVRecord reject : rejects(report.name(), Locale.JAPANESE)) {
            String column = reject.get("column");
            summary.add(
                    reject.get("line")
                            + (column.isEmpty() ? " " : ":" + column + " ")
                            + reject.get("code"));
        }
        List<String> sentences =
                LANGUAGES.stream()
                        .flatMap(language -> rejects(report.name(), language).stream())
                        .map(reject -> reject.get("message"))
                        .toList();
        return new Outcome(String.join("; ", summary), sentences);
    }

    private List<CSVRecord> rejects(String file, Locale language) {
        StringWriter text = new StringWriter();
        context.getBean(RejectsExport.class).write(text, program.id(), new Words(language));
        try (var rows = CSV.parse(new StringReader(text.toString()))) {
            return rows.stream().filter(row -> row.get("file").equals(file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome told(List<StatementSummary> summaries) {
        StatementSummary summary = summaries.getFirst();
        String lines = summary.repeated() + " told before, " + summary.buckets();
        return new Outcome(lines.replace("{", "").replace("}", ""), List.of());
    }

    private Outcome answered(ResultSummary summary) {
        List<String> lines =
                context.getBean(JdbcClient.class)
                        .sql(
                                "SELECT line || ' ' || bucket FROM result_line"
                                        + " WHERE result_file_no = :file ORDER BY line")
                        .param("file", summary.resultFileNo())
                        .query(String.class)
                        .list();
        return new Outcome(String.join("; ", lines), List.of());
    }
}
