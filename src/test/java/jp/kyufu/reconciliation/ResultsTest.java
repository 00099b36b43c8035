package jp.kyufu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.books.Books;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final String CASH_FILE = "furikomi-test-2026-000001-20260603.txt";

    @TempDir Path directory;
    private Ledger ledger;
    private Answers answers;
    private int fileNo;

    /** Households 1 to 12 are sent: 10 transfers (not 5 and 10), 2 allocations. */
    @BeforeEach
    void send() {
        ledger = new Ledger(directory, 100);
        ledger.households(1, 12).plan();
        release();
        answers = new Answers(directory.resolve("out").resolve(CASH_FILE));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aFileIsSettledWhenNothingOfItIsOutstanding() {
        assertThat(take(all("0")).buckets()).isEqualTo(Map.of(Bucket.APPLIED, 10));
        assertThat(ledger.state(1)).isEqualTo("SETTLED");
        assertThat(file(1)).isEqualTo(FileState.SETTLED);
        ResultSummary points =
                points("5,0,2026-06-03 10:00:00,18000\n10,3,2026-06-03 10:00:00,12000\n");
        assertThat(points.buckets()).isEqualTo(Map.of(Bucket.APPLIED, 2));
        assertThat(ledger.state(5)).isEqualTo("SETTLED");
        assertThat(ledger.state(10)).isEqualTo("RETURNED");
        assertThat(file(2)).isEqualTo(FileState.SETTLED);
        verified();
    }

    @Test
    void theSameBytesAreTakenOnce() {
        byte[] answer = answers.file(all("0"));
        take(answer);
        assertThat(Ledger.words(catchThrowable(() -> take(answer))))
                .contains("already received")
                .contains("finance");
    }

    @Test
    void partialOverlappingAndLateAnswersAreTakenLineByLine() {
        assertThat(take(Map.of(1L, "0", 2L, "1")).buckets()).isEqualTo(Map.of(Bucket.APPLIED, 2));
        assertThat(file(1)).isEqualTo(FileState.ACCEPTED);
        assertThat(ledger.state(3)).isEqualTo("ACCEPTED");
        Map<Long, String> whole = all("0");
        whole.put(2L, "1");
        assertThat(take(whole).buckets())
                .isEqualTo(Map.of(Bucket.ALREADY_APPLIED, 2, Bucket.APPLIED, 8));
        assertThat(file(1)).isEqualTo(FileState.SETTLED);
        // Days later money comes back; after that the first answer is delivered again.
        assertThat(take(Map.of(3L, "2")).buckets()).isEqualTo(Map.of(Bucket.APPLIED, 1));
        assertThat(ledger.state(3)).isEqualTo("RETURNED");
        assertThat(take(Map.of(3L, "0", 4L, "0")).buckets())
                .isEqualTo(Map.of(Bucket.ALREADY_APPLIED, 2));
        assertThat(
                        ledger.count(
                                "finding WHERE code = 'PAYMENT_RETURNED' AND detail = 'NAME_DIFFERS'"))
                .isEqualTo(1);
        verified();
    }

    @Test
    void everyLineIsInExactlyOneBucketAndUnknownIsNeverSuccess() {
        byte[] differs = answers.record(3, "0");
        differs[49] = (byte) (differs[49] == '9' ? '8' : '9'); // last digit of the account
        byte[] amount = answers.record(4, "0");
        amount[89] = '1';
        byte[] unknown = answers.record(1, "0");
        System.arraycopy(
                "0000000999".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                0,
                unknown,
                91,
                10);
        byte[] unreadable = answers.record(6, "0");
        unreadable[95] = 'X';
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long sum = 0;
        List<byte[]> records =
                List.of(
                        answers.record(1, "0"),
                        answers.record(1, "0"),
                        answers.record(2, "7"),
                        answers.record(7, " "),
                        differs,
                        amount,
                        unknown,
                        unreadable);
        out.writeBytes(answers.header());
        for (byte[] record : records) {
            sum +=
                    Long.parseLong(
                            new String(record, 80, 10, java.nio.charset.StandardCharsets.US_ASCII));
            out.writeBytes(record);
        }
        out.writeBytes(Answers.trailer(records.size(), sum));
        assertThat(take(out.toByteArray()).buckets())
                .isEqualTo(
                        Map.of(
                                Bucket.APPLIED, 1,
                                Bucket.ALREADY_APPLIED, 1,
                                Bucket.UNKNOWN_CODE, 2,
                                Bucket.DIFFERS, 2,
                                Bucket.UNKNOWN_PAYMENT, 2));
        assertThat(ledger.state(2)).isEqualTo("ACCEPTED");
        assertThat(ledger.count("finding WHERE code = 'RESULT_UNEXPLAINED'")).isEqualTo(4);
        verified();
    }

    @Test
    void aResultForAPaymentThatWasNotSentIsUnknown() {
        ledger.households(13, 13).plan();
        assertThat(points("13,0,2026-06-03 10:00:00,10000\n").buckets())
                .isEqualTo(Map.of(Bucket.UNKNOWN_PAYMENT, 1));
        assertThat(
                        points("5,0,2026-06-03 10:00:00,6000\n1,0,2026-06-03 10:00:00,10000\n")
                                .buckets())
                .isEqualTo(Map.of(Bucket.DIFFERS, 2));
        assertThat(ledger.state(5)).isEqualTo("RELEASED");
        assertThat(ledger.state(13)).isEqualTo("PLANNED");
    }

    @Test
    void oyabeOnlyWhatCameBackIsSentAgain() {
        Map<Long, String> some = all("0");
        some.put(1L, "1");
        some.put(2L, "2");
        some.put(3L, "9");
        take(some);
        assertThat(build()).isEmpty();
        assertThat(retry(1, account("7654321"))).isEqualTo(13);
        assertThat(retry(2, new RetryTo.SameAccount())).isEqualTo(14);
        assertThat(retry(3, new RetryTo.Points())).isEqualTo(15);
        for (long settled : new long[] {4, 6}) {
            assertThatThrownBy(() -> retry(settled, new RetryTo.SameAccount()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("noFinding");
        }
        assertThatThrownBy(() -> retry(1, new RetryTo.SameAccount()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("noFinding");
        List<DispatchFile> files = build();
        assertThat(files).extracting(DispatchFile::count).containsExactly(2, 1);
        assertThat(
                        ledger.jdbc()
                                .sql(
                                        "SELECT payment_no || ' ' || attempt || ' ' || amount FROM"
                                                + " payment WHERE payment_no > 12 ORDER BY payment_no")
                                .query(String.class)
                                .list())
                .containsExactly("13 2 10000", "14 2 15000", "15 2 6000");
        verified();
    }

    @Test
    void whoDecidedAReturnNeitherApprovesNorReleasesTheNextAttempt() {
        take(Map.of(1L, "1"));
        ledger.get(Returns.class)
                .retry(ledger.program, 1, new RetryTo.SameAccount(), "bank says so", "allround");
        build();
        FileActs acts = ledger.get(FileActs.class);
        acts.submit(List.of(3), "office");
        assertThat(Ledger.words(catchThrowable(() -> acts.approve(List.of(3), "allround"))))
                .contains("payment 13");
        acts.approve(List.of(3), "approver");
    }

    @Test
    void anAccountThatCannotBePaidToIsRefusedWithEverythingWrongWithIt() {
        take(Map.of(1L, "1"));
        RetryTo bad =
                new RetryTo.NewAccount(
                        new AccountForm("0005", "999", "1", "7654321", "ﾃｽﾄ", "", ""));
        assertThatThrownBy(() -> retry(1, bad))
                .isInstanceOf(Refusal.class)
                .satisfies(e ->
                        assertThat(((Refusal) e).details())
                                .extracting(Refusal::key)
                                .containsExactly("value.reason.BRANCH_UNKNOWN"));
        assertThat(ledger.count("account WHERE version > 1")).isZero();
        assertThat(retry(1, account("7654321"))).isEqualTo(13);
    }

    @Test
    void creditAfterAReturnIsHeldAndStopsTheNextAttempt() {
        take(Map.of(1L, "1"));
        retry(1, new RetryTo.SameAccount());
        assertThat(take(Map.of(1L, "0")).buckets()).isEqualTo(Map.of(Bucket.AFTER_CLOSE, 1));
        assertThat(ledger.state(1)).isEqualTo("RETURNED");
        assertThat(build()).isEmpty();
        verified();
    }

    @Test
    void anotherConsignorsFileIsRefusedWhole() {
        byte[] answer = answers.file(all("0"));
        answer[5] = '9';
        assertThatThrownBy(() -> take(answer))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("consignor");
        assertThat(ledger.count("result_file")).isZero();
    }

    private Map<Long, String> all(String code) {
        Map<Long, String> codes = new LinkedHashMap<>();
        for (long payment = 1; payment <= 12; payment++) {
            if (payment % 5 != 0) {
                codes.put(payment, code);
            }
        }
        return codes;
    }

    private ResultSummary take(Map<Long, String> codes) {
        return take(answers.file(codes));
    }

    private ResultSummary take(byte[] answer) {
        return ledger.get(Results.class).importTransfer(ledger.program, write(answer), "finance");
    }

    private ResultSummary points(String rows) {
        byte[] bytes =
                ("付与番号,結果コード,付与日時,ポイント数\n" + rows)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ledger.get(Results.class).importPoints(ledger.program, write(bytes), "finance");
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(directory.resolve("answer-" + ++fileNo), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long retry(long payment, RetryTo to) {
        return ledger.get(Returns.class).retry(ledger.program, payment, to, "by phone", "office");
    }

    private static RetryTo account(String number) {
        return new RetryTo.NewAccount(
                new AccountForm("0005", "123", "1", number, "ﾃｽﾄ ﾀﾛｳ", "", ""));
    }

    private List<DispatchFile> build() {
        return ledger.get(FileBuild.class)
                .build(ledger.program, Optional.empty(), Optional.empty(), "office");
    }

    private void release() {
        List<Integer> files = build().stream().map(DispatchFile::fileNo).toList();
        FileActs acts = ledger.get(FileActs.class);
        acts.submit(files, "office");
        acts.approve(files, "approver");
        acts.release(files, directory.resolve("out"), "finance");
    }

    private FileState file(int number) {
        return ledger.get(DispatchFiles.class).list(ledger.program).get(number - 1).state();
    }

    private void verified() {
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }
}
