package jp.kyufu.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.kyufu.bank.DataRecord;
import jp.kyufu.bank.ReturnFile;
import jp.kyufu.bank.ReturnLine;
import jp.kyufu.bank.TransferFile;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.TransferAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlayBankTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 3);
    private static final int PAYMENTS = 3_000;
    private static final String TRANSFERS = "furikomi-soto2026-000001-20260702.txt";
    private static final String POINTS = "points-soto2026-000002.csv";

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource(Terminator.class)
    void everyTransferIsAnsweredOnceAndTheTrailerSaysWhatWasDone(Terminator terminator)
            throws IOException {
        List<Path> answers = play(Set.of(), terminator);
        assertThat(answers)
                .extracting(p -> p.getFileName().toString())
                .contains("kekka-" + TRANSFERS);
        byte[] bytes = Files.readAllBytes(temp.resolve("in").resolve("kekka-" + TRANSFERS));
        List<ReturnLine.Read> lines = lines(bytes);

        assertThat(lines)
                .extracting(ReturnLine.Read::paymentNo)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, PAYMENTS).boxed().toList());
        Map<Character, Long> codes =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReturnLine.Read::resultCode, Collectors.counting()));
        assertThat(codes.keySet()).isSubsetOf('0', '1', '2', '9');
        long returned = PAYMENTS - codes.get('0');
        assertThat(returned).isBetween(PAYMENTS * 3L / 1_000, PAYMENTS * 10L / 1_000);

        int stride = 120 + terminator.text().length();
        String trailer = new String(bytes, stride * (PAYMENTS + 1), 120, "US-ASCII");
        long failedSum =
                lines.stream()
                        .filter(l -> l.resultCode() != '0')
                        .mapToLong(ReturnLine.Read::amount)
                        .sum();
        long doneSum = lines.stream().mapToLong(ReturnLine.Read::amount).sum() - failedSum;
        assertThat(trailer.substring(19, 55))
                .isEqualTo(
                        "%06d%012d%06d%012d"
                                .formatted(codes.get('0'), doneSum, returned, failedSum));
    }

    @Test
    void everyGrantIsAnsweredOnceWithACodeThatFitsIt() throws IOException {
        play(Set.of(), Terminator.CRLF);
        List<String> rows = Files.readAllLines(temp.resolve("in").resolve("kekka-" + POINTS));
        assertThat(rows.getFirst()).isEqualTo("付与番号,結果コード,付与日時,ポイント数");
        List<String[]> answers = rows.stream().skip(1).map(r -> r.split(",", -1)).toList();
        assertThat(answers)
                .extracting(row -> Long.parseLong(row[0]))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(PAYMENTS + 1, 2 * PAYMENTS).boxed().toList());
        assertThat(answers)
                .allSatisfy(row -> {
                    assertThat(row[1]).isIn("0", "1", "2", "3");
                    boolean wallet = Long.parseLong(row[0]) % 2 == 0;
                    assertThat(row[1]).isNotIn(wallet ? List.of("3") : List.of("1", "2"));
                    assertThat(row[2]).startsWith("2026-07-03 ");
                    assertThat(row[3]).isEqualTo("6000");
                });
        assertThat(answers.stream().filter(row -> !row[1].equals("0")).count()).isBetween(1L, 30L);
    }

    @Test
    void theSameSeedAnswersAlikeHoweverThePaymentsAreSpread() throws IOException {
        play(Set.of(), Terminator.CRLF);
        Map<Long, Character> whole = codes("kekka-" + TRANSFERS);
        play(Set.of(Mischief.PARTIAL), Terminator.CRLF);
        Map<Long, Character> parts = codes("kekka-furikomi-soto2026-000001-20260702-1.txt");
        parts.putAll(codes("kekka-furikomi-soto2026-000001-20260702-2.txt"));
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void mischiefRepeatsOverlapsAndInventsACode() throws IOException {
        play(
                Set.of(Mischief.OVERLAPPING, Mischief.REPEATED, Mischief.UNKNOWN_CODE),
                Terminator.CRLF);
        List<ReturnLine.Read> first =
                lines(answer("kekka-furikomi-soto2026-000001-20260702-1.txt"));
        List<ReturnLine.Read> second =
                lines(answer("kekka-furikomi-soto2026-000001-20260702-2.txt"));
        assertThat(first.getFirst().resultCode()).isEqualTo('7');
        assertThat(first.getLast().paymentNo()).isEqualTo(first.getFirst().paymentNo());
        assertThat(first)
                .extracting(ReturnLine.Read::paymentNo)
                .contains(second.getFirst().paymentNo());
    }

    @Test
    void aFileThatIsNoTransferFileIsRefused() throws IOException {
        Files.writeString(temp.resolve(TRANSFERS), "hello");
        assertThatThrownBy(() -> PlayBank.play(temp, temp.resolve("in"), 1, DAY))
                .isInstanceOf(Refusal.class);
    }

    private List<Path> play(Set<Mischief> mischief, Terminator terminator) throws IOException {
        Path out = Files.createDirectories(temp.resolve("out"));
        Files.write(out.resolve(TRANSFERS), transfers(terminator));
        Files.writeString(out.resolve(POINTS), points());
        return PlayBank.play(out, temp.resolve("in"), 7, DAY, mischief);
    }

    private byte[] answer(String name) throws IOException {
        return Files.readAllBytes(temp.resolve("in").resolve(name));
    }

    private Map<Long, Character> codes(String name) throws IOException {
        return lines(answer(name)).stream()
                .collect(Collectors.toMap(ReturnLine.Read::paymentNo, ReturnLine.Read::resultCode));
    }

    private static List<ReturnLine.Read> lines(byte[] bytes) {
        return ReturnFile.read(bytes, "kekka").lines().stream()
                .map(ReturnLine.Read.class::cast)
                .toList();
    }

    private static byte[] transfers(Terminator terminator) {
        BranchCode branch = new BranchCode("001");
        Consignor city =
                new Consignor(
                        "0000199001",
                        "ｿｳﾄｼ",
                        new BankCode("0001"),
                        branch,
                        DepositType.ORDINARY,
                        new AccountNo("0000001"));
        BankProfile profile =
                new BankProfile(terminator, "0000", "().-", 9_999, LocalTime.NOON, 1, 15, 5);
        Function<Long, DataRecord> record =
                number ->
                        new DataRecord(
                                new TransferAccount(
                                        new BankCode("0005"),
                                        branch,
                                        DepositType.ORDINARY,
                                        new AccountNo("%07d".formatted(number)),
                                        "ﾔﾏﾀﾞ ﾊﾅｺ"),
                                5_000 * (1 + number % 4),
                                number);
        List<DataRecord> records = LongStream.rangeClosed(1, PAYMENTS).boxed().map(record).toList();
        return TransferFile.write(city, profile, DAY, records);
    }

    private static String points() {
        List<String> rows = new ArrayList<>();
        rows.add("付与番号,桑都ペイID,付与コード,ポイント数,有効期限,事業コード");
        for (long number = PAYMENTS + 1; number <= 2 * PAYMENTS; number++) {
            String wallet = "SP%010d".formatted(number);
            boolean hasWallet = number % 2 == 0;
            rows.add(
                    "%d,%s,%s,6000,2026-12-31,soto2026"
                            .formatted(
                                    number,
                                    hasWallet ? wallet : "",
                                    hasWallet ? "" : "23456789ABCDEFGH"));
        }
        return String.join("\n", rows) + "\n";
    }
}
