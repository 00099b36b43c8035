package jp.kyufu.pipeline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyufu.access.People;
import jp.kyufu.pipeline.BackgroundWork.Outcome;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.PointTotalSummary;
import jp.kyufu.reconciliation.ResultSummary;
import jp.kyufu.reconciliation.StatementSummary;
import jp.kyufu.upload.UploadReport;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;

/** Takes files and orders from people and has them worked on, one after the other. */
@Component
public class UploadDesk {

    /** The kind of an assessment among {@link BackgroundWork}. */
    public static final String ASSESS = "ASSESS";

    private final ImportJobs imports;
    private final AssessJob assess;
    private final BackgroundWork work;
    private final People people;
    private final Clock clock;

    UploadDesk(
            ImportJobs imports, AssessJob assess, BackgroundWork work, People people, Clock clock) {
        this.imports = imports;
        this.assess = assess;
        this.work = work;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Queues the import of a file.
     *
     * @param asOf of a register: the day whose state it shows
     * @param program of what belongs to one
     * @param ending told what becomes of the file
     * @return the number of the work
     * @throws Refusal if the person may not hand in this kind, or the day or the program is missing
     */
    public long hand(
            UploadKind kind,
            Path file,
            Optional<LocalDate> asOf,
            Optional<Program> program,
            String person,
            Ending ending) {
        try {
            requireHand(kind, person);
            Supplier<Outcome> job = job(kind, file, asOf, program, person);
            return work.submit(
                    kind.name(),
                    String.valueOf(file.getFileName()),
                    person,
                    () -> ended(job, ending));
        } catch (Refusal refusal) {
            ending.done();
            throw refusal;
        }
    }

    /** What becomes of a file that was handed in. */
    public interface Ending {

        /** It is read to its end, or refused. */
        void done();

        /** Reading broke off; the same file goes on where it stopped. */
        void brokeOff();
    }

    private static Outcome ended(Supplier<Outcome> job, Ending ending) {
        Outcome outcome;
        try {
            outcome = job.get();
        } catch (Refusal refusal) {
            ending.done();
            throw refusal;
        } catch (RuntimeException | Error broken) {
            ending.brokeOff();
            throw broken;
        }
        ending.done();
        return outcome;
    }

    /**
     * Whether a person may hand in files of this kind, and so take up or give up one.
     *
     * @throws Refusal if not
     */
    public void requireHand(UploadKind kind, String person) {
        people.require(person, LocalDate.now(clock), kind.role());
    }

    /** Queues an assessment of everything that came in; of the office. */
    public long assess(Program program, String person) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
        return work.submit(
                ASSESS,
                program.code(),
                person,
                () -> {
                    AssessJob.Result result = assess.run(program, person);
                    Map<String, Long> figures = new LinkedHashMap<>();
                    result.applications()
                            .forEach((state, count) -> figures.put(state.name(), (long) count));
                    figures.put("payments", (long) result.payments());
                    return new Outcome(figures, null);
                });
    }

    private Supplier<Outcome> job(
            UploadKind kind,
            Path file,
            Optional<LocalDate> asOf,
            Optional<Program> program,
            String person) {
        if (kind.isOfProgram() && program.isEmpty()) {
            throw new Refusal("pipeline.upload.noProgram");
        }
        return switch (kind) {
            case APPLICATIONS ->
                    () -> of(imports.applications(file, program.orElseThrow(), person).upload());
            case REGISTER -> {
                LocalDate day = asOf.orElseThrow(() -> new Refusal("pipeline.upload.asOfMissing"));
                yield () -> of(imports.register(file, day, person).upload());
            }
            case BANK_MASTER ->
                    () ->
                            new Outcome(
                                    Map.of("branches", (long) imports.bankMaster(file, person)),
                                    null);
            case RESULTS -> () -> of(imports.results(file, program.orElseThrow(), person));
            case POINT_RESULTS ->
                    () -> of(imports.pointResults(file, program.orElseThrow(), person));
            case STATEMENT -> () -> of(imports.statement(file, person));
            case POINT_TOTALS -> () -> of(imports.pointTotals(file, person));
        };
    }

    private static Outcome of(UploadReport report) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("accepted", report.accepted());
        figures.put("repeated", report.repeated());
        figures.put("rejected", report.rejected());
        return new Outcome(figures, report.fileId());
    }

    private static Outcome of(ResultSummary summary) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("lines", (long) summary.lines());
        summary.buckets().forEach((bucket, count) -> figures.put(bucket.name(), (long) count));
        return new Outcome(figures, null);
    }

    private static Outcome of(List<StatementSummary> summaries) {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (StatementSummary summary : summaries) {
            figures.merge("lines", (long) summary.lines(), Long::sum);
            figures.merge("repeated", (long) summary.repeated(), Long::sum);
            summary.buckets()
                    .forEach((bucket, count) -> figures.merge(bucket, (long) count, Long::sum));
        }
        return new Outcome(figures, null);
    }

    private static Outcome of(PointTotalSummary summary) {
        return new Outcome(
                Map.of(
                        "days",
                        (long) summary.days(),
                        "differing",
                        (long) summary.differing().size()),
                null);
    }
}
