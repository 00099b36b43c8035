package jp.kyufu.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** What would stop a file on its way to release; empty: nothing now, or it is not on it. */
    public List<Refusal> against(DispatchFile file) {
        return Check.present(against(List.of(file)).get(file.fileNo()));
    }

    /**
     * What would stop each of these files, by number: its calendar, the gate, a stop or doubt about
     * one of its payments.
     */
    public Map<Integer, List<Refusal>> against(Collection<DispatchFile> files) {
        Map<Integer, List<Refusal>> found = new TreeMap<>();
        files.forEach(file -> found.put(file.fileNo(), new ArrayList<>()));
        List<DispatchFile> onTheWay = files.stream().filter(FileChecks::isOnTheWay).toList();
        if (onTheWay.isEmpty()) {
            return found;
        }
        for (DispatchFile file : onTheWay) {
            try {
                schedule.mustHold(List.of(file));
            } catch (Refusal late) {
                Check.present(found.get(file.fileNo())).add(late);
            }
        }
        for (ReleaseStore.Gate gate : store.gates(numbers(onTheWay))) {
            List<Refusal> of = Check.present(found.get(gate.fileNo()));
            gate.gate().map(words -> new Refusal("dispatch.blocked", words)).ifPresent(of::add);
            gate.held().map(HeldFast::refusal).ifPresent(of::add);
        }
        return found;
    }

    private static boolean isOnTheWay(DispatchFile file) {
        return file.state() == FileState.DRAFT
                || file.state() == FileState.SUBMITTED
                || file.state() == FileState.APPROVED;
    }

    /** Whether a person decided about a payment in the file, and so may not approve or release. */
    public boolean decided(DispatchFile file, Person person) {
        return !decided(List.of(file), person).isEmpty();
    }

    /** Those of the files that hold a payment which the person decided about. */
    public Set<Integer> decided(Collection<DispatchFile> files, Person person) {
        return store.decided(numbers(files), person.id());
    }

    private static int[] numbers(Collection<DispatchFile> files) {
        return files.stream().mapToInt(DispatchFile::fileNo).toArray();
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
