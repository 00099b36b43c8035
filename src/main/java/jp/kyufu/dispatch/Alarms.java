package jp.kyufu.dispatch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import org.springframework.stereotype.Component;

/** What waits for a person before the bank's cut-off. */
@Component
public class Alarms {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ReleaseStore store;
    private final DispatchStore files;
    private final Schedule schedule;

    Alarms(ReleaseStore store, DispatchStore files, Schedule schedule) {
        this.store = store;
        this.files = files;
        this.schedule = schedule;
    }

    /** Everything of a program that waits now, in order of file. */
    public List<Alarm> of(Program program) {
        Map<Integer, DispatchFile> known = new HashMap<>();
        files.files(program).forEach(file -> known.put(file.fileNo(), file));
        LocalDateTime now = schedule.now();
        return store.waiting(program, now.toLocalDate()).stream()
                .map(waiting -> {
                    DispatchFile file = Check.present(known.get(waiting.fileNo()));
                    Optional<LocalDateTime> deadline = deadline(waiting.kind(), file);
                    return new Alarm(
                            waiting.kind(),
                            file,
                            deadline,
                            deadline.map(until -> minutes(now, until)));
                })
                .toList();
    }

    private Optional<LocalDateTime> deadline(Alarm.Kind kind, DispatchFile file) {
        return switch (kind) {
            case NOT_RELEASED, NOT_SENT -> schedule.lastHandOver(file);
            case IN_DOUBT, STOP_OPEN, STOP_WANTED -> schedule.cutOff(file);
            case LOTS_OVERDUE -> Optional.empty();
        };
    }

    /** Whole minutes; a moment too late is a minute too late. */
    private static long minutes(LocalDateTime now, LocalDateTime until) {
        return Math.floorDiv(Duration.between(now, until).toSeconds(), 60L);
    }

    /** A moment as people read it. */
    public static String written(LocalDateTime moment) {
        return moment.format(WRITTEN);
    }
}
