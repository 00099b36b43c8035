package jp.kyufu.dispatch;

import java.time.LocalDate;
import jp.kyufu.value.FileState;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What results tell about files: for {@code reconciliation}, in its transaction. */
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
            store.move(files, into, today, person, evidence);
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person);
        }
    }
}
