package jp.kyufu.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jp.kyufu.assessment.Assessment;
import jp.kyufu.correction.Recoveries;
import jp.kyufu.flow.Progress;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.matching.Matching;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Planning;
import jp.kyufu.program.Program;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Check;
import org.springframework.batch.core.step.Step;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * {@code assess}: begin, match, decide, plan the payments, open cases for what was paid to people
 * who prove not entitled; then the gate is open for what was seen.
 */
@Component
public class AssessJob {

    private static final int TRIES = 5;

    private final JobRunner runner;
    private final Matching matching;
    private final Assessment assessment;
    private final PaymentStore payments;
    private final Planning planning;
    private final Recoveries recoveries;
    private final KanjiMaps maps;
    private final Clock clock;

    AssessJob(
            JobRunner runner,
            Matching matching,
            Assessment assessment,
            PaymentStore payments,
            Planning planning,
            Recoveries recoveries,
            KanjiMaps maps,
            Clock clock) {
        this.runner = runner;
        this.matching = matching;
        this.assessment = assessment;
        this.payments = payments;
        this.planning = planning;
        this.recoveries = recoveries;
        this.maps = maps;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param applications all of the program by state
     * @param payments created by this run
     * @param seconds each step took
     */
    public record Result(
            Map<ApplicationState, Integer> applications,
            int payments,
            Map<String, Double> seconds) {}

    /**
     * Runs the job; may be repeated at any time. Where somebody else made payments at the same
     * moment, it runs again and sees them.
     */
    public Result run(Program program, String person) {
        maps.activate();
        for (int tries = 1; true; tries++) {
            try {
                return once(program, person);
            } catch (DataAccessException e) {
                if (tries == TRIES || !Planning.overtaken(e)) {
                    throw e;
                }
            }
        }
    }

    private Result once(Program program, String person) {
        int[] run = new int[1];
        AtomicReference<Assessment.Summary> summary = new AtomicReference<>();
        int[] planned = new int[1];
        Map<String, Double> seconds = new LinkedHashMap<>();
        runner.run(
                "assess",
                Map.of("program", program.code(), "person", person),
                timed(seconds, "begin", progress -> run[0] = assessment.begin(program)),
                timed(seconds, "match", progress -> matching.run(program, progress)),
                timed(
                        seconds,
                        "decide",
                        progress -> summary.set(assessment.run(program, run[0], progress))),
                timed(
                        seconds,
                        "plan",
                        progress ->
                                planned[0] = plan(program, person, Check.present(summary.get()))));
        return new Result(Check.present(summary.get()).perState(), planned[0], seconds);
    }

    private Step timed(Map<String, Double> seconds, String name, Consumer<LongConsumer> work) {
        return runner.step(
                name,
                () -> {
                    long from = System.nanoTime();
                    try (Progress progress = Progress.start(name, 0)) {
                        work.accept(progress::add);
                    }
                    seconds.put(name, (System.nanoTime() - from) / 1e9);
                });
    }

    private int plan(Program program, String person, Assessment.Summary summary) {
        String cause = "run " + summary.run();
        LocalDate today = LocalDate.now(clock);
        payments.cancelUnwanted(program.id(), today, person, cause);
        recoveries.follow(program, today, person, cause);
        int made = planning.run(program.id(), today, person, cause);
        assessment.finish(program, summary);
        return made;
    }
}
