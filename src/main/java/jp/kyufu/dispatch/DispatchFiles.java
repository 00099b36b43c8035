package jp.kyufu.dispatch;

import java.util.Collection;
import java.util.List;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/** Files as they stand, for lists and reports. */
@Component
public class DispatchFiles {

    private final DispatchStore store;
    private final ReleaseStore releases;
    private final Schedule schedule;

    DispatchFiles(DispatchStore store, ReleaseStore releases, Schedule schedule) {
        this.store = store;
        this.releases = releases;
        this.schedule = schedule;
    }

    /** Every file of a program, in order of number, those rejected and withdrawn included. */
    public List<DispatchFile> list(Program program) {
        return store.files(program);
    }

    /** Files of the installation with the count and sum of one of these, in order of number. */
    public List<LookAlike> lookAlikes(Collection<Integer> fileNos) {
        return releases.lookAlikes(fileNos.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A file with all that happened to it since it was released. */
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
                releases.doubts(fileNo),
                releases.sendings(fileNo),
                releases.stops(fileNo));
    }
}
