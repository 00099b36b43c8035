package jp.kyufu.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.books.Books;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.dispatch.FileOutcomes;
import jp.kyufu.payment.Ledger;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.value.PaymentState;

/**
 * A ledger on which households were paid, and the people who correct what was. Household h has
 * residents h1 to hn, n = 1 + h % 3; payment n is of household n.
 */
final class PaidClaims implements AutoCloseable {

    final Ledger ledger;
    private final Path directory;

    /** Households 1 to this number, all released. */
    PaidClaims(Path directory, int last) {
        this.directory = directory;
        ledger = new Ledger(directory, 100);
        ledger.households(1, last).plan();
        release("office", "approver", "finance");
    }

    List<DispatchFile> build(String person) {
        return ledger.get(FileBuild.class)
                .build(ledger.program, Optional.empty(), Optional.empty(), person);
    }

    List<DispatchFile> release(String maker, String approver, String releaser) {
        List<DispatchFile> built = build(maker);
        List<Integer> numbers = built.stream().map(DispatchFile::fileNo).toList();
        FileActs acts = ledger.get(FileActs.class);
        acts.submit(numbers, maker);
        acts.approve(numbers, approver);
        acts.release(numbers, directory.resolve("out"), releaser);
        return built;
    }

    /** Everything released is credited. */
    PaidClaims settle() {
        ledger.get(FileOutcomes.class)
                .accept(
                        ledger
                                .jdbc()
                                .sql("SELECT file_no FROM dispatch_file WHERE state = 'RELEASED'")
                                .query(Integer.class)
                                .list()
                                .stream()
                                .mapToInt(Integer::intValue)
                                .toArray(),
                        Ledger.TODAY,
                        "finance",
                        "test");
        post(PaymentState.SETTLED, PaymentState.ACCEPTED, in("ACCEPTED"));
        return this;
    }

    void returned(long payment) {
        post(PaymentState.RETURNED, PaymentState.SETTLED, payment);
        ledger.jdbc()
                .sql(
                        "SELECT raise_finding(1::smallint, 'PAYMENT_RETURNED', NULL, ?, NULL, NULL,"
                                + " 'test')::text")
                .param(payment)
                .query(String.class)
                .optional();
    }

    private void post(PaymentState into, PaymentState from, long... payments) {
        ledger.get(PaymentStore.class)
                .post(
                        new Posting((short) 1, Ledger.TODAY, "finance", "RESULT", "", "test"),
                        payments,
                        into,
                        from);
    }

    private long[] in(String state) {
        return ledger
                .jdbc()
                .sql("SELECT payment_no FROM payment WHERE state::text = ? ORDER BY 1")
                .param(state)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    Correction declines(long payment, String... residents) {
        return correct(payment, List.of(residents), List.of());
    }

    Correction claims(long payment, String... residents) {
        return correct(payment, List.of(), List.of(residents));
    }

    Correction correct(long payment, List<String> declines, List<String> claims) {
        return ledger.get(Corrections.class)
                .add(ledger.program, payment, declines, claims, "by phone", "letter 12", "office");
    }

    Recoveries recoveries() {
        return ledger.get(Recoveries.class);
    }

    RecoveryCase ofCase(int number) {
        return recoveries().show(ledger.program, number).ofCase();
    }

    RecoveryCase paidBack(int number, long amount) {
        return recoveries()
                .paid(ledger.program, number, amount, Ledger.TODAY, "receipt 3", "finance");
    }

    int ask(int number, Recoveries.Kind kind) {
        return recoveries()
                .ask(
                        ledger.program,
                        number,
                        kind,
                        Optional.empty(),
                        "because",
                        "minutes",
                        "finance");
    }

    /** A resident declined when the household applied, so that he or she was not paid. */
    static void declinedBefore(Ledger ledger, int household, String resident) {
        ledger.owner(
                "UPDATE decision SET declined = '{%s}', residents = residents - 1, amount = amount - 5000 WHERE application_id = %d"
                        .formatted(resident, Ledger.application(household)));
    }

    Map<String, Long> figures() {
        return Map.of(
                "payments", ledger.count("payment"),
                "cases", ledger.count("recovery_case"),
                "corrections", ledger.count("correction"),
                "postings", ledger.count("posting"));
    }

    static String refused(Runnable act) {
        return Ledger.words(catchThrowable(act::run));
    }

    void verified() {
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
