package jp.kyufu.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.kyufu.access.People;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.dispatch.Preview;
import jp.kyufu.dispatch.Previews;
import jp.kyufu.flow.Progress;
import jp.kyufu.pipeline.BackgroundWork.Outcome;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;

/** Previews and builds of payment files, which take a city's accounts seconds to open. */
@Component
public class PayDesk {

    /** Kinds of {@link BackgroundWork}. */
    public static final String PREVIEW = "PREVIEW";

    public static final String BUILD = "BUILD";

    private final FileBuild build;
    private final Previews previews;
    private final BackgroundWork work;
    private final People people;
    private final Clock clock;
    private final Map<Short, Preview> last = new ConcurrentHashMap<>();

    PayDesk(FileBuild build, Previews previews, BackgroundWork work, People people, Clock clock) {
        this.build = build;
        this.previews = previews;
        this.work = work;
        this.people = people;
        this.clock = clock;
    }

    /** The newest preview of a program since the process began; empty if there was none. */
    public Optional<Preview> last(Program program) {
        return Optional.ofNullable(last.get(program.id()));
    }

    /** Queues a preview; of the office. {@link #last} gives it when it is there. */
    public long preview(
            Program program, Optional<LocalDate> payDate, Optional<Rail> rail, String person) {
        requireOffice(person);
        last.remove(program.id());
        return work.submit(
                PREVIEW,
                program.code(),
                person,
                () -> {
                    try (Progress progress = Progress.start(PREVIEW, 0)) {
                        Preview preview =
                                previews.of(program, payDate, rail, person, progress::add);
                        last.put(program.id(), preview);
                        return new Outcome(
                                Map.of(
                                        "built",
                                        preview.rails().stream()
                                                .mapToLong(one -> preview.of(one).payments())
                                                .sum()),
                                null);
                    }
                });
    }

    /** Queues a build; of the office. */
    public long build(
            Program program, Optional<LocalDate> payDate, Optional<Rail> rail, String person) {
        requireOffice(person);
        return work.submit(
                BUILD,
                program.code(),
                person,
                () -> {
                    List<DispatchFile> files = build.build(program, payDate, rail, person);
                    last.remove(program.id());
                    Map<String, Long> figures = new LinkedHashMap<>();
                    figures.put("files", (long) files.size());
                    figures.put("built", files.stream().mapToLong(DispatchFile::count).sum());
                    return new Outcome(figures, null);
                });
    }

    private void requireOffice(String person) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
    }
}
