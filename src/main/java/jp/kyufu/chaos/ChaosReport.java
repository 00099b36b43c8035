package jp.kyufu.chaos;

import java.util.List;
import java.util.Map;

/**
 * What was done to a run, and what it was worth.
 *
 * @param killsInStage in which stage how many kills really came
 * @param victims what was killed how often
 * @param starts how often a process began or began again
 * @param seconds of the run that was killed
 * @param undisturbedSeconds of the run that nobody disturbed
 * @param duplicates lines of files and exports that are there and should not be, or not so often
 * @param losses lines that are missing
 * @param differences each file that is not the same, with its lines
 * @param problems what the check of the books found in the end
 */
public record ChaosReport(
        long seed,
        int kills,
        Map<Stage, Integer> killsInStage,
        Map<Victim, Integer> victims,
        int starts,
        double seconds,
        double undisturbedSeconds,
        int duplicates,
        int losses,
        List<String> differences,
        List<String> problems) {

    /** Whether the kills have left no trace. */
    public boolean isIdentical() {
        return differences.isEmpty() && problems.isEmpty();
    }
}
