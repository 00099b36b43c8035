package jp.kyufu.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jp.kyufu.assessment.Assessment;
import jp.kyufu.matching.Matching;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.program.Program;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Check;
import org.springframework.stereotype.Component;

/** {@code assess}: match, decide, plan the payments; then the gate is open for what was seen. */
@Component
public class AssessJob {

    private final JobRunner runner;
    private final Matching matching;
    private final Assessment assessment;
    private final PaymentStore payments;
    private final Clock clock;

    AssessJob(
            JobRunner runner,
            Matching matching,
            Assessment assessment,
            PaymentStore payments,
            Clock clock) {
        this.runner = runner;
        this.matching = matching;
        this.assessment = assessment;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param applications all of the program by state
     * @param payments created by this run
     */
    public record Result(Map<ApplicationState, Integer> applications, int payments) {}

    /** Runs the job; may be repeated at any time. */
    public Result run(Program program, String person) {
        AtomicReference<Assessment.Summary> summary = new AtomicReference<>();
        int[] planned = new int[1];
        runner.run(
                "assess",
                Map.of("program", program.code(), "person", person),
                runner.step("match", () -> matching.run(program, done -> {})),
                runner.step("decide", () -> summary.set(assessment.run(program, done -> {}))),
                runner.step(
                        "plan",
                        () -> planned[0] = plan(program, person, Check.present(summary.get()))));
        return new Result(Check.present(summary.get()).perState(), planned[0]);
    }

    private int plan(Program program, String person, Assessment.Summary summary) {
        int made =
                payments.planPayments(
                        program.id(), LocalDate.now(clock), person, "run " + summary.run());
        assessment.finish(summary);
        return made;
    }
}
