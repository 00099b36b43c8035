package jp.kyufu.dispatch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A file with everything that happened to it.
 *
 * @param cutOff until when the bank takes it, Asia/Tokyo; empty on the point rail
 * @param asked who wants its bytes sent again, while nobody has done so
 */
public record FileStory(
        DispatchFile file,
        Optional<LocalDateTime> cutOff,
        List<LookAlike> lookAlikes,
        List<FileStep> steps,
        List<Doubt> doubts,
        List<Sending> sendings,
        Optional<ResendRequest> asked,
        List<Stop> stops) {

    /** That a person wants the same bytes sent once more. */
    public record ResendRequest(String person, String reason) {}

    /** Stops that the bank has not answered. */
    public List<Stop> openStops() {
        return stops.stream().filter(stop -> stop.answer().isEmpty()).toList();
    }
}
