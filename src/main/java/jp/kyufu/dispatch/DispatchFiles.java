package jp.kyufu.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files as they stand, for lists and reports. */
@Component
public class DispatchFiles {

    private final DispatchStore store;
    private final ReleaseStore releases;
    private final Schedule schedule;
    private final People people;
    private final Audit audit;

    DispatchFiles(
            DispatchStore store,
            ReleaseStore releases,
            Schedule schedule,
            People people,
            Audit audit) {
        this.store = store;
        this.releases = releases;
        this.schedule = schedule;
        this.people = people;
        this.audit = audit;
    }

    /** Every file of a program, in order of number, those rejected and withdrawn included. */
    public List<DispatchFile> list(Program program) {
        return store.files(program);
    }

    /**
     * Certain files of a program, in order of number; a Refusal for one that is not there or is
     * another program's.
     */
    public List<DispatchFile> those(Program program, Collection<Integer> fileNos) {
        TreeSet<Integer> missing = new TreeSet<>(fileNos);
        if (missing.isEmpty()) {
            throw new Refusal("dispatch.noFile");
        }
        List<DispatchFile> found =
                store.files(missing.stream().mapToInt(Integer::intValue).toArray());
        for (DispatchFile file : found) {
            missing.remove(file.fileNo());
            if (file.program() != program.id()) {
                throw new Refusal("dispatch.otherProgram", file.fileNo(), program.code());
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", missing.first());
        }
        return found;
    }

    /** Refuses the first of these files that is of another program. */
    public void mustBeOf(Program program, Collection<Integer> fileNos) {
        for (DispatchFile file :
                store.files(fileNos.stream().mapToInt(Integer::intValue).toArray())) {
            if (file.program() != program.id()) {
                throw new Refusal("dispatch.otherProgram", file.fileNo(), program.code());
            }
        }
    }

    /** Files of the installation with the count and sum of one of these, in order of number. */
    public List<LookAlike> lookAlikes(Collection<Integer> fileNos) {
        return releases.lookAlikes(fileNos.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * A page of the files of a program, the newest first.
     *
     * @param state or {@code rail}: empty for any
     * @param before files of lower numbers only
     * @param rows at most so many
     */
    public List<DispatchFile> page(
            Program program, Optional<FileState> state, Optional<Rail> rail, int before, int rows) {
        return store.page(program, state, rail, before, rows);
    }

    /**
     * Every file of a program for a list that is taken away, which is recorded.
     *
     * @param person who may have lists
     */
    @Transactional
    public List<DispatchFile> takeAway(Program program, String person) {
        people.requireLists(person, schedule.now().toLocalDate());
        List<DispatchFile> all = store.files(program);
        audit.record(
                person, "files.list", "program " + program.code(), Map.of("files", all.size()));
        return all;
    }

    /** How many files of a program stand in which state. */
    public Map<FileState, Integer> counts(Program program) {
        return store.counts(program);
    }

    /** A file with all that happened to it. */
    public FileStory story(int fileNo) {
        List<DispatchFile> found = store.files(new int[] {fileNo});
        if (found.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", fileNo);
        }
        DispatchFile file = found.getFirst();
        return new FileStory(
                file,
                schedule.cutOff(file),
                lookAlikes(List.of(fileNo)),
                releases.steps(fileNo),
                releases.doubts(fileNo),
                releases.sendings(fileNo),
                releases.asked(fileNo),
                releases.stops(fileNo));
    }
}
