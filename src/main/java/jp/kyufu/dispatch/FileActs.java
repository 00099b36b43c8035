package jp.kyufu.dispatch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.openpgp.Envelope;
import jp.kyufu.openpgp.Envelopes;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
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
    private final Keys keys;
    private final Programs programs;
    private final People people;
    private final Audit audit;
    private final Envelopes envelopes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileActs(
            DispatchStore store,
            Comparison comparison,
            Keys keys,
            Programs programs,
            People people,
            Audit audit,
            Envelopes envelopes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.comparison = comparison;
        this.keys = keys;
        this.programs = programs;
        this.people = people;
        this.audit = audit;
        this.envelopes = envelopes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Hands files to the approver, after their stored bytes were read back and compared with the
     * payments field by field.
     */
    public void submit(Collection<Integer> fileNos, String person) {
        require(person, Role.OFFICE);
        List<DispatchFile> files = files(fileNos);
        Map<Short, Program> known = new HashMap<>();
        programs.all().forEach(program -> known.put(program.id(), program));
        comparison.mustHold(files, file -> Check.present(known.get(file.program())), this::bytes);
        move("files.submit", files, FileState.SUBMITTED, person, "");
    }

    /** Approves exactly the bytes, count, sum and digest that the files have. */
    public void approve(Collection<Integer> fileNos, String person) {
        require(person, Role.APPROVER);
        move("files.approve", files(fileNos), FileState.APPROVED, person, "");
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
        List<DispatchFile> files = files(fileNos);
        Outbox outbox = outbox(directory, files);
        OrderedFlow.run(
                files.iterator(),
                file -> {
                    outbox.mustBeFree(file.name(), bytes(file));
                    return file;
                },
                _ -> {});
        move("files.release", files, FileState.RELEASED, person, "");
        return hand(outbox, files, person);
    }

    /** Writes a released file again, the same bytes; each time is logged. */
    public Path download(int fileNo, Path directory, String person) {
        require(person, Role.FINANCE);
        DispatchFile file = files(List.of(fileNo)).getFirst();
        if (file.releasedBy().isEmpty()) {
            throw new Refusal("dispatch.notReleased", fileNo, file.state());
        }
        Outbox outbox = outbox(directory, List.of(file));
        outbox.mustBeFree(file.name(), bytes(file));
        return hand(outbox, List.of(file), person).getFirst();
    }

    /**
     * Records that bank or provider has accepted a file. Accepted is not credited: results follow.
     *
     * @param evidence what shows it, such as the bank's receipt number
     */
    public void accepted(int fileNo, String evidence, String person) {
        require(person, Role.FINANCE);
        move("files.accepted", files(List.of(fileNo)), FileState.ACCEPTED, person, given(evidence));
    }

    /** The bytes of a file as they were made; anything else stops the act. */
    byte[] bytes(DispatchFile file) {
        byte[] bytes = keys.vault().open(store.sealedBytes(file.fileNo()));
        if (!HexFormat.of().formatHex(FileForm.sha256(bytes)).equals(file.sha256())) {
            throw new Refusal("dispatch.bytesChanged", file.fileNo());
        }
        return bytes;
    }

    /** Keys are opened here, before anything is released that could not be written. */
    private Outbox outbox(Path directory, List<DispatchFile> files) {
        Map<Rail, Optional<Envelope>> ofRail = new EnumMap<>(Rail.class);
        Map<String, Envelope> encrypted = new HashMap<>();
        files.forEach(file ->
                ofRail.computeIfAbsent(file.rail(), envelopes::of)
                        .ifPresent(envelope -> encrypted.put(file.name(), envelope)));
        return new Outbox(directory, encrypted);
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

    /**
     * Logs first: bytes that left without a row are worse than a row without bytes. A file that
     * cannot be written does not keep the others back; it is named, for it is released all the
     * same.
     */
    private List<Path> hand(Outbox outbox, List<DispatchFile> files, String person) {
        transaction.executeWithoutResult(_ ->
                files.forEach(file -> {
                    store.logDownload(file.fileNo(), person);
                    record(audit, "files.download", file, person, "");
                }));
        List<Path> written = new ArrayList<>();
        List<Refusal> unwritten = new ArrayList<>();
        OrderedFlow.run(
                files.iterator(),
                file -> handed(outbox, file),
                handed ->
                        handed.failure()
                                .ifPresentOrElse(unwritten::add, () -> written.add(handed.path())));
        if (!unwritten.isEmpty()) {
            throw new Refusal(unwritten, "dispatch.releasedNotWritten");
        }
        return written;
    }

    private record Handed(Path path, Optional<Refusal> failure) {}

    private Handed handed(Outbox outbox, DispatchFile file) {
        Path path = outbox.place(file.name());
        byte[] bytes = bytes(file);
        try {
            return new Handed(outbox.write(file.name(), bytes), Optional.empty());
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return new Handed(
                    path,
                    Optional.of(new Refusal("dispatch.notWritten", file.fileNo(), path, why)));
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

    private static String given(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("dispatch.reasonMissing");
        }
        return reason.strip();
    }
}
