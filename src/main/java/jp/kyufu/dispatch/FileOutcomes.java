package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyufu.value.FileState;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What results and statements tell about files: for {@code reconciliation}, in its transaction. A
 * statement may tell of files of several programs; each is posted in the books of its own.
 */
@Component
public class FileOutcomes {

    private final DispatchStore store;

    FileOutcomes(DispatchStore store) {
        this.store = store;
    }

    /** Records that these files were accepted; their released payments become ACCEPTED. */
    public void accept(int[] files, LocalDate today, String person, String evidence) {
        move(files, FileState.ACCEPTED, today, person, evidence);
    }

    /** Records that nothing of these files is outstanding. */
    public void settle(int[] files, LocalDate today, String person, String evidence) {
        move(files, FileState.SETTLED, today, person, evidence);
    }

    private void move(
            int[] files, FileState into, LocalDate today, String person, String evidence) {
        if (files.length == 0) {
            return;
        }
        try {
            Map<Short, List<DispatchFile>> ofProgram =
                    store.files(files).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            DispatchFile::program,
                                            TreeMap::new,
                                            Collectors.toList()));
            ofProgram
                    .values()
                    .forEach(some -> store.move(numbers(some), into, today, person, evidence));
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person);
        }
    }

    private static int[] numbers(List<DispatchFile> files) {
        return files.stream().mapToInt(DispatchFile::fileNo).toArray();
    }
}
