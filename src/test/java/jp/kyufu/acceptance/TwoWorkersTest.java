package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.kyufu.Kyufu;
import jp.kyufu.assessment.Findings;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two workers, each a program of its own on the same database, do the same things at the same time:
 * one of them is first, the other is told so, and no lock turns into an error.
 */
class TwoWorkersTest {

    private static final int ROUNDS = 8;

    @TempDir Path directory;

    private final long seed = Long.getLong("seed", 1);

    @Test
    void twoWhoBuildAndReleaseAtOnceAreOneFirstAndOneRefused() throws Exception {
        System.out.println("seed " + seed);
        try (Village village = new Village(directory, 24, 4, false);
                ConfigurableApplicationContext other = worker(village);
                var threads = Executors.newFixedThreadPool(2)) {
            Random random = new Random(seed);
            int receipts = 0;
            for (int round = 0; round < ROUNDS; round++) {
                List<Map<String, String>> fresh = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    fresh.add(
                            Village.application(
                                    1 + random.nextInt(24),
                                    "W%010d".formatted(++receipts),
                                    "2026-04-01 09:00:00"));
                }
                village.apply(fresh);
                List<Callable<Object>> both = new ArrayList<>();
                for (ConfigurableApplicationContext worker : List.of(village.context(), other)) {
                    both.add(() -> day(worker, village));
                }
                for (Future<Object> done : threads.invokeAll(both)) {
                    done.get();
                }
                Stream<DispatchFile> files =
                        village.get(DispatchFiles.class).list(village.program).stream();
                assertThat(files).extracting(DispatchFile::state).containsOnly(FileState.ACCEPTED);
            }
            new Ledgers(village.jdbc()).mustBalance();
            assertThat(village.get(Findings.class).open(village.program, Optional.empty()))
                    .isEmpty();
            village.verify();
        }
    }

    /** Everything of a day, as far as the other has not done it already. */
    private Object day(ConfigurableApplicationContext worker, Village village) {
        List<String> words = new ArrayList<>();
        attempt(words, () -> worker.getBean(AssessJob.class).run(village.program, "OFFICE"));
        attempt(
                words,
                () ->
                        worker.getBean(FileBuild.class)
                                .build(
                                        village.program,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "OFFICE"));
        FileActs acts = worker.getBean(FileActs.class);
        Path out = directory.resolve("out");
        while (true) {
            List<DispatchFile> files =
                    worker.getBean(DispatchFiles.class).list(village.program).stream()
                            .filter(file -> file.state() != FileState.ACCEPTED)
                            .toList();
            if (files.isEmpty()) {
                return words;
            }
            DispatchFile file = files.getFirst();
            List<Integer> one = List.of(file.fileNo());
            attempt(
                    words,
                    () -> {
                        switch (file.state()) {
                            case DRAFT -> acts.submit(one, "OFFICE");
                            case SUBMITTED -> acts.approve(one, "APPROVER");
                            case APPROVED -> acts.release(one, out, "FINANCE");
                            default -> acts.accepted(file.fileNo(), "seen", "FINANCE");
                        }
                    });
        }
    }

    /** Done, or refused in words; an error of the database fails the test. */
    private static void attempt(List<String> words, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            assertThat(refusal.key()).startsWith("dispatch.");
            words.add(refusal.key());
        }
    }

    private ConfigurableApplicationContext worker(Village village) {
        String[] settings =
                Stream.concat(
                                Stream.of(village.database.springProperties()),
                                Stream.of(
                                        "kyufu.data=" + directory.resolve("data"),
                                        "kyufu.training=true",
                                        "kyufu.today=" + Village.TODAY))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new);
        return new SpringApplicationBuilder(Kyufu.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings);
    }
}
