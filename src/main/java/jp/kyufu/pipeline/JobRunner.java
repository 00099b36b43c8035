package jp.kyufu.pipeline;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import jp.kyufu.value.Check;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;

/**
 * Runs work as a Spring Batch job of one or more steps, so that every run, its steps and how they
 * ended stay in the job tables. Steps manage their own transactions. The first run of a process
 * marks as failed what processes that were killed on this machine have left as running.
 */
@Component
class JobRunner {

    private final JobRepository jobs;
    private final JobOperator operator;
    private final RunOwner self = RunOwner.self();
    private final AtomicBoolean tidied = new AtomicBoolean();

    JobRunner(JobRepository jobs, JobOperator operator) {
        this.jobs = jobs;
        this.operator = operator;
    }

    /** A step that does something and is done. */
    Step step(String name, Runnable work) {
        return new StepBuilder(name, jobs)
                .tasklet(
                        (contribution, context) -> {
                            try {
                                work.run();
                            } catch (RuntimeException e) {
                                throw new StepFailure(e);
                            }
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    /** Runs a job of a single step and gives what it returns. */
    <T> T run(String name, Map<String, String> parameters, Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        run(name, parameters, step(name, () -> result.set(work.get())));
        return Check.present(result.get());
    }

    /**
     * Runs the steps in order; the first failure ends the job and is thrown again as it was.
     *
     * @param parameters what the run is about, kept with it; ids only, nothing private
     */
    void run(String name, Map<String, String> parameters, Step first, Step... more) {
        if (tidied.compareAndSet(false, true)) {
            tidy();
        }
        SimpleJobBuilder builder = new JobBuilder(name, jobs).start(first);
        for (Step step : more) {
            builder = builder.next(step);
        }
        JobParametersBuilder with = new JobParametersBuilder();
        parameters.forEach((key, value) -> with.addString(key, value, false));
        self.parameters().forEach((key, value) -> with.addString(key, value, false));
        with.addString("run", UUID.randomUUID().toString());
        JobExecution execution = start(builder.build(), with);
        if (!execution.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
            throw execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .map(JobRunner::asItWas)
                    .orElseGet(() -> new IllegalStateException("job " + name + " did not end"));
        }
    }

    private void tidy() {
        for (String job : jobs.getJobNames()) {
            for (JobExecution left : jobs.findRunningJobExecutions(job)) {
                if (self.outlived(left.getJobParameters())) {
                    operator.recover(left);
                }
            }
        }
    }

    private JobExecution start(Job job, JobParametersBuilder parameters) {
        try {
            return operator.start(job, parameters.toJobParameters());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("job " + job.getName(), e);
        }
    }

    /**
     * What the job log is told of a failure: its kind. Its words may repeat what a file holds, even
     * what no text of the database can hold.
     */
    private static final class StepFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient RuntimeException original;

        private StepFailure(RuntimeException original) {
            super(original.getClass().getName());
            this.original = original;
        }

        @Override
        public String toString() {
            return original.getClass().getName();
        }
    }

    private static RuntimeException asItWas(Throwable failure) {
        if (failure instanceof StepFailure step) {
            return step.original;
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
}
