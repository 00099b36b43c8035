package jp.kyufu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.books.Books;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;

/** A ledger with the people of a city at it, who do what they do through the acts alone. */
final class Desk implements AutoCloseable {

    static final String MAKER = "office";
    static final String APPROVER = "approver";
    static final String RELEASER = "finance";
    static final String ANOTHER = "allround";

    /** What is built on {@link Ledger#TODAY} is paid on this day. */
    static final LocalDate PAY_DAY = LocalDate.of(2026, 6, 3);

    final Ledger ledger;
    private final Path directory;

    Desk(Path directory, int recordsPerFile) {
        this.directory = directory;
        this.ledger = new Ledger(directory, recordsPerFile);
    }

    Desk households(int first, int last) {
        ledger.households(first, last).plan();
        return this;
    }

    List<DispatchFile> build() {
        return ledger.get(FileBuild.class)
                .build(ledger.program, Optional.empty(), Optional.empty(), MAKER);
    }

    void submit(Integer... files) {
        ledger.get(FileActs.class).submit(List.of(files), MAKER);
    }

    void approve(Integer... files) {
        ledger.get(FileActs.class).approve(List.of(files), APPROVER);
    }

    List<Path> release(Integer... files) {
        return ledger.get(FileActs.class).release(List.of(files), out("out"), RELEASER);
    }

    /** Builds, and takes these files through all three hands. */
    Desk released(Integer... files) {
        build();
        submit(files);
        approve(files);
        release(files);
        return this;
    }

    Path download(int file, String folder) {
        return ledger.get(FileActs.class).download(file, out(folder), RELEASER);
    }

    Path resend(int file, String folder, String person) {
        return ledger.get(Sendings.class).resend(file, out(folder), person);
    }

    void sent(int file) {
        ledger.get(Sendings.class).sent(file, "portal", "bank 0001", RELEASER);
    }

    FileDoubts doubts() {
        return ledger.get(FileDoubts.class);
    }

    Stops stops() {
        return ledger.get(Stops.class);
    }

    FileStory story(int file) {
        return ledger.get(DispatchFiles.class).story(file);
    }

    FileState state(int file) {
        return story(file).file().state();
    }

    List<Alarm> alarms() {
        return ledger.get(Alarms.class).of(ledger.program);
    }

    /** Evidence of the day on which nothing but what it shows matters. */
    static Evidence evidence(String document) {
        return new Evidence(document, "Sato of the bank", Ledger.TODAY);
    }

    /** The words with which an act was refused. */
    static String refused(Runnable act) {
        return Ledger.words(catchThrowable(act::run));
    }

    Path out(String folder) {
        return directory.resolve(folder);
    }

    void verified() {
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
