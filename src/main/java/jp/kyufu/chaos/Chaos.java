package jp.kyufu.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.kyufu.database.EmbeddedPostgres;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Runs the job of a city twice: once undisturbed, which gives each stage its time, and once with
 * kills at random instants of every stage. What is left of both must be the same.
 */
public final class Chaos {

    /** What the command of a child is called; it says {@code stage NAME} for each stage. */
    public static final String JOB = "chaos-job";

    /** How a child begins a line that tells a stage, or what is wrong with the books. */
    public static final String STAGE = "stage ";

    public static final String PROBLEM = "problem ";

    /** A stage that says nothing for so long hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Quick to start; imports in many small transactions, as those of a large city are. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dkyufu.limits.row-size=2KB",
                    "-Dkyufu.limits.rows-per-transaction=50");

    private final Class<?> main;
    private final Path city;
    private final LocalDate today;
    private final Path home;
    private final long seed;
    private final KillPlan plan;
    private final Random random;
    private final Map<Stage, Integer> killsInStage = new EnumMap<>(Stage.class);
    private final Map<Victim, Integer> victims = new EnumMap<>(Victim.class);
    private final List<String> problems = new ArrayList<>();
    private Stage reached = Stage.START;
    private int starts;

    private Chaos(Class<?> main, Path city, LocalDate today, Path home, int kills, long seed) {
        this.main = main;
        this.city = city;
        this.today = today;
        this.home = home;
        this.seed = seed;
        this.plan = new KillPlan(kills, seed);
        this.random = new Random(~seed);
    }

    /**
     * Runs both.
     *
     * @param main the program's main class, for the processes
     * @param city a city's folder
     * @param today the day of both runs
     * @param home an empty folder for both installations and what they leave
     * @param seed decides the kills, as far as time is the same
     * @throws Refusal when the job fails other than by a kill, or hangs
     */
    public static ChaosReport run(
            Class<?> main, Path city, LocalDate today, Path home, int kills, long seed)
            throws IOException, InterruptedException {
        return new Chaos(main, city, today, home, kills, seed).run();
    }

    private ChaosReport run() throws IOException, InterruptedException {
        long from = System.nanoTime();
        Map<Stage, Long> times = undisturbed();
        long between = System.nanoTime();
        Path data = home.resolve("struck-data");
        Path out = Files.createDirectories(home.resolve("struck"));
        try {
            while (!attempt(data, out, times) || !plan.isEmpty()) {
                // Again, from where the books say it is.
            }
        } finally {
            EmbeddedPostgres.discard(data.resolve("database"));
        }
        FolderComparison.Result result = FolderComparison.of(home.resolve("calm"), out);
        return new ChaosReport(
                seed,
                killsInStage.values().stream().mapToInt(n -> n).sum(),
                killsInStage,
                victims,
                starts,
                (System.nanoTime() - between) / 1e9,
                (between - from) / 1e9,
                result.added(),
                result.lost(),
                result.differences(),
                problems);
    }

    /** Gives how long each stage takes, in nanoseconds. */
    private Map<Stage, Long> undisturbed() throws IOException, InterruptedException {
        Map<Stage, Long> times = new EnumMap<>(Stage.class);
        Path data = home.resolve("calm-data");
        try (Child child = start(data, Files.createDirectories(home.resolve("calm")))) {
            Stage stage = Stage.START;
            long begun = System.nanoTime();
            while (true) {
                Stage next = stage(child.line(PATIENCE).orElseThrow(() -> hangs(Stage.START)));
                if (next != null && next != stage) {
                    times.put(stage, System.nanoTime() - begun);
                    stage = next;
                    begun = System.nanoTime();
                }
                times.put(stage, System.nanoTime() - begun);
            }
        } catch (Child.Ended end) {
            requireSuccess(end, data);
        }
        return times;
    }

    /** One process until it is killed or through; gives whether it is through. */
    private boolean attempt(Path data, Path out, Map<Stage, Long> times)
            throws IOException, InterruptedException {
        starts++;
        problems.clear();
        boolean databaseWasKilled = false;
        try (Child child = start(data, out)) {
            Stage stage = Stage.START;
            Optional<Kill> kill = plan.next(stage).or(() -> plan.whileStartingAgain(reached));
            long begun = System.nanoTime();
            long due = due(kill, times);
            while (true) {
                Duration wait =
                        kill.isPresent() ? Duration.ofNanos(due - System.nanoTime()) : PATIENCE;
                Optional<String> line = child.line(wait);
                if (line.isPresent()) {
                    Stage next = stage(line.get());
                    if (next != null) {
                        if (stage == Stage.START) {
                            times.put(stage, System.nanoTime() - begun);
                        }
                        kill.ifPresent(missed -> plan.missed(missed, next));
                        stage = next;
                        reached = next;
                        kill = plan.next(stage);
                        due = due(kill, times);
                    }
                } else if (kill.isEmpty()) {
                    throw hangs(stage);
                } else {
                    Victim victim = strike(kill.get().victim(), child, data);
                    killsInStage.merge(stage, 1, Integer::sum);
                    victims.merge(victim, 1, Integer::sum);
                    kill = Optional.empty();
                    if (victim != Victim.BACKEND) {
                        return false;
                    }
                    databaseWasKilled = true;
                }
            }
        } catch (Child.Ended end) {
            if (end.exitCode() != 0 && databaseWasKilled) {
                return false; // it could not go on without its database: started again
            }
            requireSuccess(end, data);
            return true;
        }
    }

    private static long due(Optional<Kill> kill, Map<Stage, Long> times) {
        return System.nanoTime()
                + kill.map(k -> (long) (k.fraction() * times.getOrDefault(k.stage(), 0L)))
                        .orElse(0L);
    }

    /** Kills; gives what was really killed. */
    private Victim strike(Victim victim, Child child, Path data)
            throws IOException, InterruptedException {
        Optional<ProcessHandle> server = EmbeddedPostgres.process(data.resolve("database"));
        List<ProcessHandle> backends =
                server.map(postmaster -> postmaster.children().toList()).orElse(List.of());
        if (victim == Victim.BACKEND && !backends.isEmpty()) {
            backends.get(random.nextInt(backends.size())).destroyForcibly();
            return Victim.BACKEND;
        }
        boolean machine = victim == Victim.MACHINE && server.isPresent();
        if (machine) {
            server.get().destroyForcibly();
        }
        child.kill();
        return machine ? Victim.MACHINE : Victim.PROCESS;
    }

    private Child start(Path data, Path out) throws IOException {
        return Child.start(
                main,
                OPTIONS,
                List.of(
                        JOB,
                        city.toString(),
                        "--out",
                        out.toString(),
                        "--data",
                        data.toString(),
                        "--training",
                        "--today",
                        today.toString()),
                log(data));
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** The stage that a line says begins; a line may also tell what is wrong with the books. */
    private @Nullable Stage stage(String line) {
        if (line.startsWith(PROBLEM)) {
            problems.add(line.substring(PROBLEM.length()));
        }
        return line.startsWith(STAGE) ? Stage.valueOf(line.substring(STAGE.length())) : null;
    }

    /** Books that are not safe are a result; anything else that ends a job is not. */
    private void requireSuccess(Child.Ended end, Path data) throws IOException {
        if (end.exitCode() != 0 && problems.isEmpty()) {
            throw new Refusal(
                    "chaos.failed", seed, end.exitCode(), Files.readString(log(data)).strip());
        }
    }

    private Refusal hangs(Stage stage) {
        return new Refusal("chaos.hangs", seed, stage, PATIENCE.toSeconds());
    }
}
