package jp.kyufu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.kyufu.books.Books;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    private static final String MAKER = "office";
    private static final String APPROVER = "approver";
    private static final String RELEASER = "finance";

    @TempDir Path directory;
    private Ledger ledger;

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void filesAreCutNumberedAndNamedByTheContract() {
        open(5).households(1, 16).plan();
        List<DispatchFile> files = build();
        // 13 cash payments in files of 5, 3 of points.
        assertThat(files)
                .extracting(DispatchFile::name)
                .containsExactly(
                        "furikomi-test-2026-000001-20260603.txt",
                        "furikomi-test-2026-000002-20260603.txt",
                        "furikomi-test-2026-000003-20260603.txt",
                        "points-test-2026-000004.csv");
        assertThat(files).extracting(DispatchFile::count).containsExactly(5, 5, 3, 3);
        assertThat(files).extracting(DispatchFile::state).containsOnly(FileState.DRAFT);
        assertThat(build()).isEmpty();
        verified();
    }

    @Test
    void bytesAreGoldenAndTheSameWhenAKilledBuildRunsAgain() throws IOException {
        open(100).households(1, 12).plan();
        List<DispatchFile> killed = new ArrayList<>();
        ledger.database
                .transaction()
                .executeWithoutResult(status -> {
                    killed.addAll(build());
                    status.setRollbackOnly();
                });
        assertThat(ledger.count("dispatch_file")).isZero();
        assertThat(build()).isEqualTo(killed);
        submit(1, 2);
        approve(1, 2);
        List<Path> written = release(1, 2);
        for (Path file : written) {
            assertThat(Files.readAllBytes(file))
                    .isEqualTo(golden(String.valueOf(file.getFileName())));
        }
    }

    @Test
    void twoBuildersAtOnceGetDisjointPayments() throws Exception {
        open(5).households(1, 40).plan();
        List<DispatchFile> files = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<List<DispatchFile>> builder = this::build;
            for (var built : threads.invokeAll(List.of(builder, builder))) {
                files.addAll(built.get());
            }
        }
        assertThat(files.stream().mapToInt(DispatchFile::count).sum()).isEqualTo(40);
        assertThat(files).extracting(DispatchFile::fileNo).doesNotHaveDuplicates();
        verified();
    }

    @Test
    void neyagawa2020NothingIsBuiltOnAnOldViewOfTheWorld() {
        open(5).households(1, 3).plan();
        ledger.owner(
                """
                INSERT INTO intake_file (program_id, kind, name, sha256, bytes, received_at, received_by, encoding,
                                         next_offset, completed_seq, completed_at)
                VALUES (1, 'APPLICATIONS', 'late.csv', sha256('x'), 1, now(), 'office', 'UTF-8', 1, 993, now())
                """);
        Throwable refused = catchThrowable(this::build);
        assertThat(Ledger.words(refused)).contains("Applications came in");
        ledger.assessed();
        assertThat(build()).hasSize(1);
    }

    @Test
    void setagaya2020AnOpenFindingStopsItsPaymentAndNoOther() {
        open(100).households(1, 4).plan();
        finding("SHARED_ACCOUNT", 2);
        assertThat(build()).singleElement().extracting(DispatchFile::count).isEqualTo(3);
        finding("NOT_HEAD", 2);
        submit(1);
        finding("RECEIPT_CONFLICT", 3);
        assertThat(Ledger.words(catchThrowable(() -> approve(1))))
                .contains("3 RECEIPT_CONFLICT")
                .doesNotContain("2 NOT_HEAD");
        ledger.owner("UPDATE finding SET state = 'MOOT' WHERE application_id = 4294967299");
        approve(1);
        ledger.owner("INSERT INTO finding (program_id, code, household_no) VALUES (1, 'X', '4')");
        ledger.owner("INSERT INTO finding (program_id, code, resident_no) VALUES (1, 'Y', '11')");
        assertThat(Ledger.words(catchThrowable(() -> release(1)))).contains("4 X").contains("1 Y");
        assertThat(ledger.state(1)).isEqualTo("IN_FILE");
        verified();
    }

    @Test
    void makerApproverAndReleaserAreThreePeople() {
        open(100).households(1, 4).plan();
        FileActs acts = ledger.get(FileActs.class);
        ledger.get(FileBuild.class)
                .build(ledger.program, Optional.empty(), Optional.empty(), "allround");
        acts.submit(List.of(1), "allround");
        assertThat(Ledger.words(catchThrowable(() -> acts.approve(List.of(1), "allround"))))
                .contains("allround")
                .contains("three people");
        assertThatThrownBy(() -> acts.approve(List.of(1), MAKER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lacksRole");
        approve(1);
        assertThatThrownBy(() -> acts.release(List.of(1), out(), "allround"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("threePeople");
        ledger.owner(
                """
                INSERT INTO finding (program_id, code, application_id, state, decision, decided_by, reason)
                VALUES (1, 'NOT_HEAD', 4294967300, 'RESOLVED', 'ACCEPT', 'finance', 'seen')
                """);
        assertThat(Ledger.words(catchThrowable(() -> release(1)))).contains("payment 4");
        verified();
    }

    @Test
    void aRejectedFileFreesItsPaymentsAndNeverComesBack() {
        open(100).households(1, 4).plan();
        build();
        submit(1);
        ledger.get(FileActs.class).reject(List.of(1), "wrong day", APPROVER);
        assertThat(ledger.state(1)).isEqualTo("PLANNED");
        assertThat(build()).extracting(DispatchFile::fileNo).containsExactly(2);
        assertThatThrownBy(() -> submit(1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> release(1)).isInstanceOf(Refusal.class);
        ledger.get(FileActs.class).withdraw(List.of(2), "again", RELEASER);
        assertThat(build()).extracting(DispatchFile::fileNo).containsExactly(3);
        assertThat(
                        ledger.jdbc()
                                .sql("SELECT max(attempt) FROM payment")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        verified();
    }

    @Test
    void tenei2020AReleasedFileIsNeverReleasedAgain() throws IOException {
        open(100).households(1, 4).plan();
        released(1);
        assertThat(Ledger.words(catchThrowable(() -> release(1)))).contains("was released on");
        assertThatThrownBy(() -> ledger.get(FileActs.class).withdraw(List.of(1), "x", MAKER))
                .isInstanceOf(Refusal.class);
        assertThat(build()).isEmpty();
        Path written = out().resolve("furikomi-test-2026-000001-20260603.txt");
        assertThat(Files.getPosixFilePermissions(written))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Path again = directory.resolve("again");
        assertThat(ledger.get(FileActs.class).download(1, again, RELEASER))
                .hasSameBinaryContentAs(written);
        assertThat(ledger.count("sending_done")).isEqualTo(2);
        Files.writeString(again.resolve(written.getFileName()), "x");
        assertThatThrownBy(() -> ledger.get(FileActs.class).download(1, again, RELEASER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("outTaken");
        verified();
    }

    @Test
    void tarumi2024AnotherFileOfEqualCountAndSumIsNotReleasedInItsPlace() {
        open(2).households(1, 7).plan(); // 1+2 -> 5,000 more than 3+4, 6+7 like ...
        build();
        submit(1, 2);
        approve(1, 2);
        ledger.tamper(
                "UPDATE dispatch_file SET sealed = (SELECT sealed FROM dispatch_file WHERE file_no ="
                        + " 1) WHERE file_no = 2");
        assertThatThrownBy(() -> release(2))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bytesChanged");
        assertThat(ledger.state(3)).isEqualTo("IN_FILE");
        assertThat(ledger.get(Books.class).verify())
                .extracting(p -> p.name())
                .containsExactly("file-bytes");
    }

    @Test
    void iwaki2023AnAccountThatChangedAfterTheBuildIsNoticedBeforeSubmission() {
        open(100).households(1, 4).plan();
        build();
        ledger.tamper(
                "UPDATE account SET sealed = (SELECT sealed FROM account WHERE application_id ="
                        + " 4294967297) WHERE application_id = 4294967298");
        assertThat(Ledger.words(catchThrowable(() -> submit(1)))).contains("Payment 2 in file 1");
    }

    @Test
    void miyazaki233RowsSwappedBetweenPaymentsAreNoticedThoughCountAndSumAreRight() {
        open(100).households(1, 7).plan();
        build(Rail.CASH);
        // Payments 1 and 4 have equal amounts; their accounts change places.
        ledger.tamper(
                """
                UPDATE account a SET sealed = b.sealed, fingerprint = b.fingerprint FROM account b
                WHERE (a.application_id, b.application_id)
                      IN ((4294967297, 4294967300), (4294967300, 4294967297))
                """);
        assertThatThrownBy(() -> submit(1)).isInstanceOf(Refusal.class);
        assertThat(ledger.get(Books.class).verify())
                .extracting(p -> p.name())
                .contains("file-item-is-its-payment");
    }

    @Test
    void abu2022AnAmountAboveTheHouseholdCapStopsTheBuildAndNamesThePayment() {
        open(100).households(1, 3).plan();
        ledger.tamper("UPDATE program SET cap_cash = 10000");
        assertThat(Ledger.words(catchThrowable(this::build))).contains("Payment 2");
        assertThat(ledger.count("dispatch_file")).isZero();
    }

    @Test
    void kurashiki2020ADeclineAfterPlanningIsNotPaid() {
        open(100).households(1, 3).plan();
        ledger.owner("UPDATE decision SET declined = '{21}' WHERE application_id = 4294967298");
        assertThat(Ledger.words(catchThrowable(this::build))).contains("Payment 2");
    }

    @Test
    void aFileBeyondTheBudgetIsRefused() {
        ledger = new Ledger(directory, 100, 34_000);
        ledger.households(1, 4).plan();
        assertThat(Ledger.words(catchThrowable(this::build))).contains("40000").contains("34000");
    }

    @Test
    void aBranchThatWillBeClosedOnThePayDateHoldsItsPayment() {
        open(100).households(1, 2).households(3, 3, Ledger.CLOSING_BRANCH).households(4, 4).plan();
        assertThat(build()).singleElement().extracting(DispatchFile::count).isEqualTo(3);
        assertThat(ledger.state(3)).isEqualTo("PLANNED");
        assertThat(ledger.count("finding WHERE code = 'BRANCH_CLOSED' AND payment_no = 3"))
                .isEqualTo(1);
        assertThat(build()).isEmpty();
    }

    @Test
    void kawasaki2020APayDateThatCannotBeKeptIsRefused() {
        open(100).households(1, 2).plan();
        assertThatThrownBy(() ->
                        ledger.get(FileBuild.class)
                                .build(
                                        ledger.program,
                                        Optional.of(LocalDate.of(2026, 6, 2)),
                                        Optional.empty(),
                                        MAKER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("payDate");
    }

    @Test
    void everyRefusalHasWordsInBothLanguages() {
        open(100);
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            Words words = new Words(locale);
            for (String kind :
                    List.of("NEVER_ASSESSED", "APPLICATIONS", "REGISTER", "BANK_MASTER")) {
                assertThat(words.of("dispatch.stale." + kind)).isNotBlank();
            }
        }
    }

    private Ledger open(int recordsPerFile) {
        ledger = new Ledger(directory, recordsPerFile);
        return ledger;
    }

    private List<DispatchFile> build() {
        return ledger.get(FileBuild.class)
                .build(ledger.program, Optional.empty(), Optional.empty(), MAKER);
    }

    private void build(Rail rail) {
        ledger.get(FileBuild.class)
                .build(ledger.program, Optional.empty(), Optional.of(rail), MAKER);
    }

    private void submit(Integer... files) {
        ledger.get(FileActs.class).submit(List.of(files), MAKER);
    }

    private void approve(Integer... files) {
        ledger.get(FileActs.class).approve(List.of(files), APPROVER);
    }

    private List<Path> release(Integer... files) {
        return ledger.get(FileActs.class).release(List.of(files), out(), RELEASER);
    }

    private void released(Integer... files) {
        build();
        submit(files);
        approve(files);
        release(files);
    }

    private Path out() {
        return directory.resolve("out");
    }

    private void finding(String code, int household) {
        ledger.owner(
                "INSERT INTO finding (program_id, code, application_id) VALUES (1, '%s', %d)"
                        .formatted(code, Ledger.application(household)));
    }

    private void verified() {
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    private byte[] golden(String name) throws IOException {
        try (var in = FilesTest.class.getResourceAsStream("golden/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
