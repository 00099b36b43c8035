package jp.kyufu.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of which nobody is sure: was it sent, was it cancelled (design §3.4)? Until there is
 * evidence nothing moves any of their payments, and their bytes go nowhere. Belief is no evidence.
 */
@Component
public class FileDoubts {

    private final DispatchStore store;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileDoubts(
            DispatchStore store,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Records that nobody knows whether a released file was sent.
     *
     * @param reason what happened
     * @param person of finance
     */
    public void unknown(int fileNo, String reason, String person) {
        doubt("files.unknown", fileNo, FileState.UNKNOWN, reason, person);
    }

    /** Records that the bank was asked to cancel a released file; the same rights. */
    public void cancelRequested(int fileNo, String reason, String person) {
        doubt("files.cancel-request", fileNo, FileState.CANCEL_REQUESTED, reason, person);
    }

    /**
     * Ends a doubt: the bank has the file and carries it out. It is accepted, its payments too.
     *
     * @param person of finance
     */
    public void executed(int fileNo, Evidence evidence, String person) {
        end("files.executed", fileNo, FileState.ACCEPTED, evidence, person);
    }

    /**
     * Ends a doubt: the bank never received the file. It is released as before; the same bytes can
     * be sent, by two people.
     */
    public void neverReceived(int fileNo, Evidence evidence, String person) {
        end("files.never-received", fileNo, FileState.RELEASED, evidence, person);
    }

    /**
     * Ends a doubt: the bank has cancelled the file. Its payments come back, each as a finding for
     * the office.
     */
    public void cancelledByBank(int fileNo, Evidence evidence, String person) {
        end("files.cancelled", fileNo, FileState.CANCELLED, evidence, person);
    }

    private void doubt(String act, int fileNo, FileState into, String reason, String person) {
        people.require(person, today(), Role.FINANCE);
        DispatchFile file = file(fileNo);
        String why = FileActs.given(reason);
        move(act, file, into, new Evidence(why, person, today()), person);
    }

    private void end(String act, int fileNo, FileState into, Evidence evidence, String person) {
        people.require(person, today(), Role.FINANCE);
        DispatchFile file = file(fileNo);
        Evidence checked = evidence.checked(today());
        if (file.state() != FileState.UNKNOWN && file.state() != FileState.CANCEL_REQUESTED) {
            throw new Refusal("dispatch.notInDoubt", fileNo, file.state());
        }
        move(act, file, into, checked, person);
    }

    private void move(
            String act, DispatchFile file, FileState into, Evidence evidence, String person) {
        try {
            transaction.executeWithoutResult(_ -> {
                store.move(file.fileNo(), into, today(), person, evidence);
                Map<String, Object> detail = new HashMap<>();
                detail.put("sha256", file.sha256());
                detail.put("document", evidence.document());
                detail.put("told_by", evidence.toldBy());
                detail.put("dated", evidence.dated().toString());
                audit.record(person, act, "file " + file.fileNo(), detail);
            });
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person, store.files(new int[] {file.fileNo()}));
        }
    }

    private DispatchFile file(int fileNo) {
        List<DispatchFile> found = store.files(new int[] {fileNo});
        if (found.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", fileNo);
        }
        return found.getFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
