package jp.kyufu.dispatch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with files. Every act is of one person, of all files named or of none, passes the
 * gate of the database again and is recorded. Refusals name the files, payments or people.
 */
@Component
public class FileActs {

    private final DispatchStore store;
    private final Comparison comparison;
    private final Schedule schedule;
    private final Sendings sendings;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileActs(
            DispatchStore store,
            Comparison comparison,
            Schedule schedule,
            Sendings sendings,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.comparison = comparison;
        this.schedule = schedule;
        this.sendings = sendings;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Hands files to the approver, after their stored bytes were read back and compared with the
     * payments field by field. Like approval and release it is refused once the bank would not pay
     * on the pay date any more.
     */
    public void submit(Collection<Integer> fileNos, String person) {
        require(person, Role.OFFICE);
        List<DispatchFile> files = onTheWay(fileNos, FileState.DRAFT);
        Map<Short, Program> known = schedule.programs();
        comparison.mustHold(
                files, file -> Check.present(known.get(file.program())), sendings::bytes);
        move("files.submit", files, FileState.SUBMITTED, person, "");
    }

    /** Approves exactly the bytes, count, sum and digest that the files have. */
    public void approve(Collection<Integer> fileNos, String person) {
        require(person, Role.APPROVER);
        List<DispatchFile> files = onTheWay(fileNos, FileState.SUBMITTED);
        move("files.approve", files, FileState.APPROVED, person, "");
    }

    /** Refuses files for good: their payments are free again, their numbers and bytes stay. */
    public void reject(Collection<Integer> fileNos, String reason, String person) {
        require(person, Role.APPROVER);
        move("files.reject", files(fileNos), FileState.REJECTED, person, given(reason));
    }

    /** Takes files back before release, for good. */
    public void withdraw(Collection<Integer> fileNos, String reason, String person) {
        require(person, Role.OFFICE, Role.FINANCE, Role.APPROVER);
        move("files.withdraw", files(fileNos), FileState.WITHDRAWN, person, given(reason));
    }

    /**
     * Releases files, which is the paid mark, and then writes them. A kill between the two leaves
     * released files that {@link #download} gives byte for byte.
     *
     * @param directory made if it is not there; a different file of the same name in it refuses
     *     before anything is released
     * @return the files written
     * @throws Refusal also for files that are released and could not be written, as on a full disk:
     *     they are not there under their names, and can be downloaded
     */
    public List<Path> release(Collection<Integer> fileNos, Path directory, String person) {
        require(person, Role.FINANCE);
        List<DispatchFile> files = onTheWay(fileNos, FileState.APPROVED);
        Outbox outbox = sendings.outbox(directory, files);
        OrderedFlow.run(
                files.iterator(),
                file -> {
                    outbox.mustBeFree(file.name(), sendings.bytes(file));
                    return file;
                },
                _ -> {});
        move("files.release", files, FileState.RELEASED, person, "");
        return sendings.write(outbox, files, sendings.released(files, directory, person));
    }

    /**
     * Releases files without writing them anywhere: whoever released them is handed the bytes by
     * {@link HandOver}. Everything else as {@link #release(Collection, Path, String)}.
     */
    public void release(Collection<Integer> fileNos, String person) {
        require(person, Role.FINANCE);
        List<DispatchFile> files = onTheWay(fileNos, FileState.APPROVED);
        sendings.envelopes(files);
        files.forEach(sendings::bytes);
        move("files.release", files, FileState.RELEASED, person, "");
    }

    /**
     * Writes a released file once more, the same bytes: what a release that was cut off left to do.
     * Refused once that was done, or anything says that the bank has the file: then sending again
     * takes two people ({@link Sendings}).
     */
    public Path download(int fileNo, Path directory, String person) {
        require(person, Role.FINANCE);
        DispatchFile file = files(List.of(fileNo)).getFirst();
        if (file.releasedBy().isEmpty()) {
            throw new Refusal("dispatch.notReleased", fileNo, file.state());
        }
        return sendings.write(file, Sending.Kind.DOWNLOAD, directory, person);
    }

    /**
     * Records that bank or provider has accepted a file. Accepted is not credited: results follow.
     *
     * @param evidence what shows it, such as the bank's receipt number
     */
    public void accepted(int fileNo, String evidence, String person) {
        require(person, Role.FINANCE);
        List<DispatchFile> files = files(List.of(fileNo));
        mustNotBeInDoubt(files.getFirst());
        move("files.accepted", files, FileState.ACCEPTED, person, given(evidence));
    }

    private void move(
            String act, List<DispatchFile> files, FileState into, String person, String reason) {
        int[] fileNos = files.stream().mapToInt(DispatchFile::fileNo).toArray();
        try {
            transaction.executeWithoutResult(_ -> {
                store.move(fileNos, into, today(), person, reason);
                files.forEach(file -> record(audit, act, file, person, reason));
            });
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person, store.files(fileNos));
        }
    }

    static void record(Audit audit, String act, DispatchFile file, String person, String reason) {
        audit.record(
                person,
                act,
                "file " + file.fileNo(),
                Map.of(
                        "sha256", file.sha256(),
                        "count", file.count(),
                        "sum", file.sum(),
                        "reason", reason));
    }

    /** Files for a step towards release; those that can take it must still be in time. */
    private List<DispatchFile> onTheWay(Collection<Integer> fileNos, FileState from) {
        List<DispatchFile> files = files(fileNos);
        files.forEach(FileActs::mustNotBeInDoubt);
        schedule.mustHold(files.stream().filter(file -> file.state() == from).toList());
        return files;
    }

    /** What is in doubt moves by evidence alone ({@link FileDoubts}). */
    private static void mustNotBeInDoubt(DispatchFile file) {
        if (file.state() == FileState.UNKNOWN || file.state() == FileState.CANCEL_REQUESTED) {
            throw new Refusal("dispatch.inDoubt", file.fileNo(), file.state());
        }
    }

    private List<DispatchFile> files(Collection<Integer> fileNos) {
        TreeSet<Integer> wanted = new TreeSet<>(fileNos);
        if (wanted.isEmpty()) {
            throw new Refusal("dispatch.noFile");
        }
        List<DispatchFile> found =
                store.files(wanted.stream().mapToInt(Integer::intValue).toArray());
        found.forEach(file -> wanted.remove(file.fileNo()));
        if (!wanted.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", wanted.first());
        }
        return found;
    }

    private void require(String person, Role... anyOf) {
        people.require(person, today(), anyOf);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static String given(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("dispatch.reasonMissing");
        }
        return reason.strip();
    }
}
