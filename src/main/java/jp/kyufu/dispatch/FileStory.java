package jp.kyufu.dispatch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A file with everything that happened to it since it was released.
 *
 * @param cutOff until when the bank takes it, Asia/Tokyo; empty on the point rail
 */
public record FileStory(
        DispatchFile file,
        Optional<LocalDateTime> cutOff,
        List<LookAlike> lookAlikes,
        List<Doubt> doubts,
        List<Sending> sendings,
        List<Stop> stops) {}
