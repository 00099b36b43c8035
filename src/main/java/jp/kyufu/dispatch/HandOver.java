package jp.kyufu.dispatch;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyufu.access.People;
import jp.kyufu.openpgp.Envelope;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the bytes of released files to a person without writing them anywhere here: first a row of
 * the register of sendings, then the bytes, then the row that they went. The rules are those of
 * {@link Sendings}.
 */
@Component
public class HandOver {

    /** Takes the bytes of a file; {@code name} is what it is called outside. */
    public interface Receiver {
        void take(String name, byte[] bytes) throws IOException;
    }

    private final DispatchFiles files;
    private final ReleaseStore store;
    private final Sendings sendings;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandOver(
            DispatchFiles files,
            ReleaseStore store,
            Sendings sendings,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.sendings = sendings;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Registers that a person is handed the bytes of a released file: the first time as the release
     * that nobody wrote, once more as a copy.
     *
     * @param person of finance
     * @return the number of the sending, for {@link #give}
     * @throws Refusal once the bytes were sent, or anything says that the bank has them
     */
    public long begin(int fileNo, String person) {
        FileStory story = story(fileNo, person);
        if (story.file().releasedBy().isEmpty()) {
            throw new Refusal("dispatch.notReleased", fileNo, story.file().state());
        }
        boolean first =
                story.sendings().isEmpty()
                        && story.doubts().isEmpty()
                        && story.file().state() == FileState.RELEASED;
        return sendings.handedOver(
                story.file(), first ? Sending.Kind.RELEASE : Sending.Kind.DOWNLOAD, person);
    }

    /**
     * Registers that a person is handed the same bytes for a second sending.
     *
     * @param person of finance, not who asked for it
     */
    public long beginAgain(int fileNo, String person) {
        return sendings.handedOver(story(fileNo, person).file(), Sending.Kind.RESEND, person);
    }

    /**
     * Gives the bytes of a handing over to the person who began it, in their envelope if the bank
     * wants one, and registers that they went. Once: a further copy is a further handing over. What
     * broke off can be taken up again.
     *
     * @return false for a handing over that is somebody else's, unknown or done: nothing was given
     * @throws IOException if the receiver went away; the register says that it broke off
     */
    public boolean give(int fileNo, long sendingNo, String person, Receiver receiver)
            throws IOException {
        DispatchFile file = story(fileNo, person).file();
        if (file.state() == FileState.UNKNOWN || file.state() == FileState.CANCEL_REQUESTED) {
            throw new Refusal("dispatch.goesNowhere", fileNo, file.state());
        }
        if (store.begun(sendingNo, person).filter(of -> of == fileNo).isEmpty()) {
            return false;
        }
        byte[] bytes = sendings.bytes(file);
        Envelope envelope = sendings.envelopes(List.of(file)).get(file.name());
        if (envelope == null) {
            receiver.take(file.name(), bytes);
        } else {
            receiver.take(file.name() + ".pgp", envelope.of(file.name(), bytes));
        }
        transaction.executeWithoutResult(_ -> store.end(sendingNo));
        return true;
    }

    private FileStory story(int fileNo, String person) {
        people.require(person, LocalDate.now(clock), Role.FINANCE);
        return files.story(fileNo);
    }
}
