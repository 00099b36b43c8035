package jp.kyufu.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.program.Program;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;

/**
 * From payable to released with three people in a row: for the demo and the bench, where one
 * process plays all of them.
 */
@Component
public class PayJob {

    /** People of a city at practice. */
    public static final String OFFICE = "office";

    public static final String APPROVER = "approver";
    public static final String FINANCE = "finance";

    private final People people;
    private final FileBuild build;
    private final FileActs acts;

    PayJob(People people, FileBuild build, FileActs acts) {
        this.people = people;
        this.build = build;
        this.acts = acts;
    }

    /** Signs up one person for each part. */
    public void signUp(String by) {
        people.add(OFFICE, List.of(Role.OFFICE), null, by);
        people.add(APPROVER, List.of(Role.APPROVER), null, by);
        people.add(FINANCE, List.of(Role.FINANCE), null, by);
    }

    public List<DispatchFile> build(Program program) {
        return build.build(program, Optional.empty(), Optional.empty(), OFFICE);
    }

    public void submit(List<Integer> files) {
        acts.submit(files, OFFICE);
    }

    public void approve(List<Integer> files) {
        acts.approve(files, APPROVER);
    }

    /** Releases and writes the files; gives their paths. */
    public List<Path> release(List<Integer> files, Path out) {
        return acts.release(files, out, FINANCE);
    }
}
