package jp.kyufu.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * When which kill comes: as many in each stage as in any other, at instants spread evenly over its
 * time. The seed decides everything.
 */
final class KillPlan {

    /** Of so many kills meant for a stage, one comes while the process is still starting again. */
    private static final int ONE_IN_START = 8;

    private final Map<Stage, Deque<Kill>> waiting = new EnumMap<>(Stage.class);
    private final Random random;

    KillPlan(int kills, long seed) {
        this.random = new Random(seed);
        List<Stage> stages = new ArrayList<>(List.of(Stage.values()));
        Collections.shuffle(stages, random);
        for (Stage stage : stages) {
            waiting.put(stage, new ArrayDeque<>());
        }
        for (int i = 0; i < kills; i++) {
            add(stages.get(i % stages.size()));
        }
    }

    /** The next kill of a stage, if any is left; with it the plan moves on. */
    Optional<Kill> next(Stage stage) {
        return Optional.ofNullable(of(stage).poll());
    }

    /**
     * The stage was over before its kill came, quicker than when it was measured: the kill comes in
     * the one that has begun, and earlier.
     */
    void missed(Kill kill, Stage now) {
        of(now).addFirst(new Kill(now, kill.fraction() / 2, kill.victim()));
    }

    /** Now and then a process is killed again before it has come back to where it was. */
    Optional<Kill> whileStartingAgain(Stage reached) {
        return reached != Stage.START && !of(reached).isEmpty() && random.nextInt(ONE_IN_START) == 0
                ? next(reached).map(k -> new Kill(Stage.START, k.fraction(), k.victim()))
                : Optional.empty();
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(Deque::isEmpty);
    }

    private void add(Stage stage) {
        // Before the first act there is no database whose processes could be told apart.
        Victim victim =
                stage == Stage.START
                        ? random.nextInt(3) == 0 ? Victim.MACHINE : Victim.PROCESS
                        : Victim.values()[random.nextInt(Victim.values().length)];
        of(stage).add(new Kill(stage, random.nextDouble(), victim));
    }

    private Deque<Kill> of(Stage stage) {
        return Objects.requireNonNull(waiting.get(stage));
    }
}
