package jp.kyufu.dispatch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.openpgp.Envelope;
import jp.kyufu.openpgp.Envelopes;
import jp.kyufu.value.Check;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register of sendings: no byte of a released file goes anywhere without a row that says who,
 * when, how, where to and which bytes. Sending the same bytes again takes two people and a reason;
 * the database keeps them apart (V111).
 */
@Component
public class Sendings {

    /** How bytes go that Kyufu hands out. */
    private static final String FOLDER = "folder";

    private static final String BROWSER = "browser";

    private final ReleaseStore store;
    private final DispatchStore files;
    private final Keys keys;
    private final People people;
    private final Audit audit;
    private final Envelopes envelopes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sendings(
            ReleaseStore store,
            DispatchStore files,
            Keys keys,
            People people,
            Audit audit,
            Envelopes envelopes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.keys = keys;
        this.people = people;
        this.audit = audit;
        this.envelopes = envelopes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Records that a file was given to bank or point provider.
     *
     * @param how by which means: the bank's portal, a data line, a medium with its number
     * @param to which bank or provider, and where there
     * @param person of finance
     * @throws Refusal for a file that was not released, is in doubt, or was sent: a second sending
     *     follows a {@link #resend}
     */
    public void sent(int fileNo, String how, String to, String person) {
        people.require(person, today(), Role.FINANCE);
        DispatchFile file = file(fileNo);
        if (how.isBlank() || to.isBlank()) {
            throw new Refusal("dispatch.reasonMissing");
        }
        refused(
                file,
                person,
                () -> enter(file, Sending.Kind.SENT, person, how.strip(), to.strip()));
    }

    /**
     * Asks for the same bytes to be sent once more. Somebody else must do it.
     *
     * @param person of the office, approver or finance
     * @return the number of the request
     */
    public int askToResend(int fileNo, String reason, String person) {
        people.require(person, today(), Role.FINANCE, Role.OFFICE, Role.APPROVER);
        DispatchFile file = file(fileNo);
        String why = FileActs.given(reason);
        int[] request = {0};
        refused(
                file,
                person,
                () -> {
                    request[0] = store.askToResend(fileNo, today(), person, why);
                    FileActs.record(audit, "files.resend.request", file, person, why);
                });
        return request[0];
    }

    /**
     * Writes the bytes of a released file again, as another person has asked for.
     *
     * @param person of finance, not who asked
     */
    public Path resend(int fileNo, Path directory, String person) {
        people.require(person, today(), Role.FINANCE);
        return write(file(fileNo), Sending.Kind.RESEND, directory, person);
    }

    /** Writes a released file into a folder, registered before and afterwards. */
    Path write(DispatchFile file, Sending.Kind kind, Path directory, String person) {
        Outbox outbox = outbox(directory, List.of(file));
        outbox.mustBeFree(file.name(), bytes(file));
        long[] number = {0};
        refused(
                file,
                person,
                () -> number[0] = enter(file, kind, person, FOLDER, place(directory)));
        return write(outbox, List.of(file), List.of(number[0])).getFirst();
    }

    /**
     * Where files are written. Keys of a bank that wants them encrypted are opened here, before
     * anything is released that could not be written.
     */
    Outbox outbox(Path directory, List<DispatchFile> toWrite) {
        return new Outbox(directory, envelopes(toWrite));
    }

    /** The envelopes of those files that leave in one, by name; keys are opened here. */
    Map<String, Envelope> envelopes(List<DispatchFile> files) {
        Map<Rail, Optional<Envelope>> ofRail = new EnumMap<>(Rail.class);
        Map<String, Envelope> encrypted = new HashMap<>();
        files.forEach(file ->
                ofRail.computeIfAbsent(file.rail(), envelopes::of)
                        .ifPresent(envelope -> encrypted.put(file.name(), envelope)));
        return encrypted;
    }

    /** Registers the sendings that a release is, before any byte goes. */
    List<Long> released(List<DispatchFile> released, Path directory, String person) {
        List<Long> numbers = new ArrayList<>();
        refused(
                released.getFirst(),
                person,
                () ->
                        released.forEach(file ->
                                numbers.add(
                                        enter(
                                                file,
                                                Sending.Kind.RELEASE,
                                                person,
                                                FOLDER,
                                                place(directory)))));
        return numbers;
    }

    /**
     * Writes files whose sendings were registered, and registers which are there. A file that
     * cannot be written does not keep the others back; it is named, for it is released all the
     * same.
     */
    List<Path> write(Outbox outbox, List<DispatchFile> registered, List<Long> sendings) {
        Map<Integer, Long> left = new HashMap<>();
        for (int i = 0; i < sendings.size(); i++) {
            left.put(registered.get(i).fileNo(), sendings.get(i));
        }
        List<Path> written = new ArrayList<>();
        List<Refusal> unwritten = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        OrderedFlow.run(
                registered.iterator(),
                file -> written(outbox, file),
                file -> {
                    file.failure().ifPresentOrElse(unwritten::add, () -> written.add(file.path()));
                    if (file.failure().isEmpty()) {
                        done.add(Check.present(left.get(file.fileNo())));
                    }
                });
        transaction.executeWithoutResult(_ -> done.forEach(store::end));
        if (!unwritten.isEmpty()) {
            throw new Refusal(unwritten, "dispatch.releasedNotWritten");
        }
        return written;
    }

    private record Written(int fileNo, Path path, Optional<Refusal> failure) {}

    private Written written(Outbox outbox, DispatchFile file) {
        Path path = outbox.place(file.name());
        byte[] bytes = bytes(file);
        try {
            return new Written(file.fileNo(), outbox.write(file.name(), bytes), Optional.empty());
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return new Written(
                    file.fileNo(),
                    path,
                    Optional.of(new Refusal("dispatch.notWritten", file.fileNo(), path, why)));
        }
    }

    /** The bytes of a file as they were made; anything else stops the act. */
    byte[] bytes(DispatchFile file) {
        byte[] bytes = keys.vault().open(files.sealedBytes(file.fileNo()));
        if (!HexFormat.of().formatHex(FileForm.sha256(bytes)).equals(file.sha256())) {
            throw new Refusal("dispatch.bytesChanged", file.fileNo());
        }
        return bytes;
    }

    /** Registers that the bytes go to a person's browser; gives the number of the sending. */
    long handedOver(DispatchFile file, Sending.Kind kind, String person) {
        long[] number = {0};
        refused(file, person, () -> number[0] = enter(file, kind, person, BROWSER, person));
        return number[0];
    }

    private long enter(DispatchFile file, Sending.Kind kind, String person, String how, String to) {
        byte[] sha256 = HexFormat.of().parseHex(file.sha256());
        long number = store.log(file.fileNo(), kind, today(), person, how, to, sha256);
        audit.record(
                person,
                "files.sending",
                "file " + file.fileNo(),
                Map.of(
                        "sending", number,
                        "kind", kind.name(),
                        "how", how,
                        "to", to,
                        "sha256", file.sha256()));
        return number;
    }

    private void refused(DispatchFile file, String person, Runnable act) {
        try {
            transaction.executeWithoutResult(_ -> act.run());
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person, List.of(file));
        }
    }

    private DispatchFile file(int fileNo) {
        List<DispatchFile> found = files.files(new int[] {fileNo});
        if (found.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", fileNo);
        }
        return Check.present(found.getFirst());
    }

    private static String place(Path directory) {
        return directory.toAbsolutePath().normalize().toString();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
