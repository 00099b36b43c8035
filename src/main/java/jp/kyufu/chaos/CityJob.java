package jp.kyufu.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyufu.books.Books;
import jp.kyufu.books.Problem;
import jp.kyufu.city.PlayBank;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.PayJob;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/**
 * The whole job as careful people would do it who do not remember how far they have come: they look
 * at the books and do what is not done yet. Started again after a kill at any instant, it goes on.
 */
@Component
public class CityJob {

    /** What is said to who hands in again what is there already. */
    private static final Set<String> DONE_BEFORE =
            Set.of(
                    "bank.masterAlreadyReceived",
                    "upload.alreadyReceived",
                    "program.code.taken",
                    "reconciliation.alreadyReceived");

    /** A database that fails the same stage so often is not one that was killed now and then. */
    private static final int ATTEMPTS = 1_000;

    private final ImportJobs imports;
    private final ProgramJobs openings;
    private final Programs programs;
    private final AssessJob assess;
    private final PayJob pay;
    private final FileActs acts;
    private final DispatchFiles files;
    private final Exports exports;
    private final Books books;
    private final ChaosStore store;
    private final Clock clock;

    CityJob(
            ImportJobs imports,
            ProgramJobs openings,
            Programs programs,
            AssessJob assess,
            PayJob pay,
            FileActs acts,
            DispatchFiles files,
            Exports exports,
            Books books,
            ChaosStore store,
            Clock clock) {
        this.imports = imports;
        this.openings = openings;
        this.programs = programs;
        this.assess = assess;
        this.pay = pay;
        this.acts = acts;
        this.files = files;
        this.exports = exports;
        this.books = books;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Does every stage in its order. One that the database has failed is tried again when it
     * answers, by the same process: what it had committed counts, whether it was told so or not.
     *
     * @param out where released files, answers and exports go
     * @param seed of the bank's answers
     * @param begins told each stage when it begins, and when it begins again
     * @return what is wrong with the books at the end; nothing: they are safe
     */
    public List<Problem> run(CityFolder city, Path out, long seed, Consumer<Stage> begins)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (int attempt = 1; !done(stage, city, out, seed, begins, problems); attempt++) {
                Check.that(attempt < ATTEMPTS, "%s failed %s times", stage, attempt);
            }
        }
        return problems;
    }

    private boolean done(
            Stage stage,
            CityFolder city,
            Path out,
            long seed,
            Consumer<Stage> begins,
            List<Problem> problems)
            throws IOException {
        begins.accept(stage);
        try {
            run(stage, city, out, seed, problems::add);
            return true;
        } catch (RuntimeException e) {
            if (!store.isCauseOf(e)) {
                throw e;
            }
            store.awaitAnswer();
            return false;
        }
    }

    private void run(Stage stage, CityFolder city, Path out, long seed, Consumer<Problem> problems)
            throws IOException {
        switch (stage) {
            case START -> {}
            case REGISTER -> register(city);
            case OPEN -> unlessDone(() -> openings.open(city.program(), PayJob.OFFICE));
            case APPLICATIONS ->
                    city.applications()
                            .forEach(file ->
                                    unlessDone(() ->
                                            imports.applications(file, program(), PayJob.OFFICE)));
            case ASSESS -> assess();
            case BUILD -> build();
            case APPROVE -> approve();
            case RELEASE -> release(Files.createDirectories(out.resolve("files")));
            case RESULTS -> results(out, seed);
            case CLOSE -> close(out, problems);
        }
    }

    private void register(CityFolder city) {
        pay.signUp("operator");
        unlessDone(() -> imports.bankMaster(city.bankMaster(), PayJob.OFFICE));
        city.registers()
                .forEach(extract ->
                        unlessDone(() ->
                                imports.register(extract.file(), extract.asOf(), PayJob.OFFICE)));
    }

    /** A build takes what was assessed: once there are files, there is nothing left to assess. */
    private void assess() {
        if (files.list(program()).isEmpty()) {
            assess.run(program(), PayJob.OFFICE);
        }
    }

    private void build() {
        if (files.list(program()).isEmpty()) {
            pay.build(program());
        }
    }

    private void approve() {
        List<Integer> made = in(FileState.DRAFT);
        if (!made.isEmpty()) {
            pay.submit(made);
        }
        List<Integer> submitted = in(FileState.SUBMITTED);
        if (!submitted.isEmpty()) {
            pay.approve(submitted);
        }
    }

    /** What was released and is not in the folder was not written any more: it is asked for. */
    private void release(Path folder) {
        List<Integer> approved = in(FileState.APPROVED);
        if (!approved.isEmpty()) {
            pay.release(approved, folder);
        }
        for (DispatchFile file : files.list(program())) {
            if (!Files.exists(folder.resolve(file.name()))) {
                acts.download(file.fileNo(), folder, PayJob.FINANCE);
            }
        }
    }

    private void results(Path out, long seed) throws IOException {
        Path answers = Files.createDirectories(out.resolve("results"));
        LocalDate today = LocalDate.now(clock);
        for (Path answer : PlayBank.play(out.resolve("files"), answers, seed, today)) {
            unlessDone(() -> {
                if (answer.toString().endsWith(".txt")) {
                    imports.results(answer, program(), PayJob.FINANCE);
                } else {
                    imports.pointResults(answer, program(), PayJob.FINANCE);
                }
            });
        }
    }

    private void close(Path out, Consumer<Problem> problems) throws IOException {
        for (Export export : Export.values()) {
            exports.write(export, program(), out.resolve(export.fileName()), PayJob.OFFICE);
        }
        Files.write(out.resolve("ledger.csv"), store.ledger());
        books.verify().forEach(problems);
    }

    private List<Integer> in(FileState state) {
        return files.list(program()).stream()
                .filter(file -> file.state() == state)
                .map(DispatchFile::fileNo)
                .toList();
    }

    private Program program() {
        return programs.theOne(Optional.empty());
    }

    private static void unlessDone(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (!DONE_BEFORE.contains(refusal.key())) {
                throw refusal;
            }
        }
    }
}
