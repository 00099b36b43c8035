package jp.kyufu.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.access.Person;
import jp.kyufu.audit.Audit;
import jp.kyufu.payment.HeldFast;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands against a file now, for people who are about to act. The acts ask anew. */
@Component
public class FileChecks {

    private final DispatchStore files;
    private final ReleaseStore store;
    private final Comparison comparison;
    private final Schedule schedule;
    private final Sendings sendings;
    private final Audit audit;
    private final TransactionTemplate transaction;

    FileChecks(
            DispatchStore files,
            ReleaseStore store,
            Comparison comparison,
            Schedule schedule,
            Sendings sendings,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.store = store;
        this.comparison = comparison;
        this.schedule = schedule;
        this.sendings = sendings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What would stop a file on its way to release: its calendar, the gate, a stop or doubt about
     * one of its payments. Empty: nothing now, or it is not on the way.
     */
    public List<Refusal> against(DispatchFile file) {
        if (file.state() != FileState.DRAFT
                && file.state() != FileState.SUBMITTED
                && file.state() != FileState.APPROVED) {
            return List.of();
        }
        List<Refusal> found = new ArrayList<>();
        try {
            schedule.mustHold(List.of(file));
        } catch (Refusal late) {
            found.add(late);
        }
        List<Optional<String>> words = store.gate(file.fileNo());
        words.getFirst().map(gate -> new Refusal("dispatch.blocked", gate)).ifPresent(found::add);
        words.getLast().map(HeldFast::refusal).ifPresent(found::add);
        return found;
    }

    /** Whether a person decided about a payment in the file, and so may not approve or release. */
    public boolean decided(DispatchFile file, Person person) {
        return store.decided(file.fileNo(), person.id());
    }

    /**
     * Reads the stored bytes back and compares them with the ledger field by field, as submitting
     * does. Recorded.
     *
     * @throws Refusal for the first difference
     */
    public void compare(int fileNo, Person person) {
        List<DispatchFile> file = files.files(new int[] {fileNo});
        if (file.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", fileNo);
        }
        comparison.mustHold(
                file, of -> Check.present(schedule.programs().get(of.program())), sendings::bytes);
        transaction.executeWithoutResult(
                _ -> FileActs.record(audit, "files.compare", file.getFirst(), person.id(), ""));
    }
}
