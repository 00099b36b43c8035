package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankMasterFileTest {

    private static final String HEADER = "金融機関コード,金融機関名,金融機関名カナ,支店コード,支店名,支店名カナ";
    private static final String ROWS =
            HEADER + "\n0001,みずほ,ミズホ,001,東京営業部,トウキヨウ\n" + "9900,ゆうちょ,ユウチヨ,008,〇〇八,ゼロゼロハチ\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Test
    void bothEncodingsAndBothLineEndsGiveTheSameBranches() {
        List<BankBranch> branches = read(ROWS.getBytes(StandardCharsets.UTF_8));
        assertThat(branches).hasSize(2);
        assertThat(branches.getFirst())
                .isEqualTo(
                        new BankBranch(
                                new BankCode("0001"),
                                "みずほ",
                                "ミズホ",
                                new BranchCode("001"),
                                "東京営業部",
                                "トウキヨウ",
                                null,
                                null));
        assertThat(read(("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_8))).isEqualTo(branches);
        assertThat(read(ROWS.getBytes(Charset.forName("windows-31j")))).isEqualTo(branches);
        assertThat(read(ROWS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(branches);
        assertThat(read((ROWS + "\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(branches);
    }

    @Test
    void columnsAreFoundByHeaderInAnyOrderAndOthersIgnored() {
        String text =
                "備考,支店コード,支店名カナ,支店名,金融機関名カナ,金融機関名,金融機関コード\n" + "x,001,トウキヨウ,東京営業部,ミズホ,みずほ,0001\n";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(read(ROWS.getBytes(StandardCharsets.UTF_8)).getFirst());
    }

    @Test
    void aBranchExistsFromItsFirstDayUntilTheDayItIsAbolished() {
        String text =
                HEADER
                        + ",適用開始日,廃止日\n"
                        + "0001,みずほ,ミズホ,001,東京,トウキヨウ,2026-04-01,2026/7/1\n"
                        + "0001,みずほ,ミズホ,002,大阪,オオサカ,,\n"
                        + "0002,旧,キユウ,001,本店,ホンテン,,令和8年7月1日\n";
        BankMaster master = new BankMaster(1, read(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(check(master, "0001", "001", LocalDate.of(2026, 3, 31)))
                .contains(ReasonCode.BRANCH_UNKNOWN);
        assertThat(check(master, "0001", "001", LocalDate.of(2026, 4, 1))).isEmpty();
        assertThat(check(master, "0001", "001", LocalDate.of(2026, 6, 30))).isEmpty();
        assertThat(check(master, "0001", "001", TODAY)).contains(ReasonCode.BRANCH_UNKNOWN);
        assertThat(check(master, "0001", "003", TODAY)).contains(ReasonCode.BRANCH_UNKNOWN);
        assertThat(check(master, "0002", "001", LocalDate.of(2026, 6, 30))).isEmpty();
        assertThat(check(master, "0002", "001", TODAY)).contains(ReasonCode.BANK_UNKNOWN);
        assertThat(check(master, "0003", "001", TODAY)).contains(ReasonCode.BANK_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "row-with-too-few-columns,'0001,みずほ,ミズホ,001,東京',bank.masterWidth",
        "bank-code-lost-its-zeros,'1,みずほ,ミズホ,001,東京,トウキヨウ',bank.masterDigits",
        "branch-code-in-words,'0001,みずほ,ミズホ,本店,東京,トウキヨウ',bank.masterDigits",
        "bank-without-a-name,'0001,,ミズホ,001,東京,トウキヨウ',bank.masterName",
        "branch-twice,'9900,ゆうちょ,ユウチヨ,008,〇〇八,ゼロゼロハチ',bank.masterRepeated"
    })
    void oneMalformedRowRefusesTheWholeFile(String defect, String row, String key) {
        Refusal refusal = refused((ROWS + row + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.key()).isEqualTo("bank.masterRows");
        assertThat(refusal.details()).hasSize(1);
        assertThat(refusal.details().getFirst().key()).as(defect).isEqualTo(key);
        assertThat(refusal.details().getFirst().location()).startsWith("master.csv:4");
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(new Words(locale).of(refusal)).contains("master.csv").contains("4");
        }
    }

    @Test
    void allErrorsAreToldAtOnceButNoMoreThanFifty() {
        String bad = "1,x,x,1,x,x\n"; // two errors in each row
        assertThat(refused((ROWS + bad.repeat(3)).getBytes(StandardCharsets.UTF_8)).details())
                .hasSize(6);
        assertThat(refused((ROWS + bad.repeat(300)).getBytes(StandardCharsets.UTF_8)).details())
                .hasSize(BankMasterFile.ERRORS_TOLD);
    }

    @Test
    void anUnreadableDateIsAnError() {
        String text = HEADER + ",廃止日\n0001,みずほ,ミズホ,001,東京,トウキヨウ,2026-02-30\n";
        assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).details())
                .extracting(Refusal::key)
                .containsExactly("bank.masterDate");
    }

    @Test
    void aFileThatIsNoMasterIsRefused() {
        assertThat(refused(new byte[0]).key()).isEqualTo("bank.fileEmpty");
        assertThat(refused(new byte[] {(byte) 0xFF, (byte) 0xFD}).key())
                .isEqualTo("bank.masterEncoding");
        assertThat(refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("bank.masterColumnMissing");
        assertThat(refused((HEADER + ",支店名\n").getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("bank.masterColumnTwice");
        assertThat(refused((HEADER + "\n").getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("bank.masterNoRow");
        assertThat(refused((ROWS + "\"0001\"x,").getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("bank.masterQuoting");
        assertThat(refused(new byte[0])).isInstanceOf(FileRefusal.class);
    }

    @Test
    void theSampleMasterHasEveryBankAndItsNamesFitTheRecords() throws IOException {
        Path file = Path.of("sample-files", "bank-branches.csv");
        List<BankBranch> branches =
                BankMasterFile.read(Files.readAllBytes(file), "bank-branches.csv");
        assertThat(branches).hasSize(28_944);
        assertThat(branches.stream().map(BankBranch::bank).distinct()).hasSize(1_146);
        assertThat(branches)
                .allSatisfy(branch -> {
                    assertFits(branch.bankKana());
                    assertFits(branch.branchKana());
                });
        BankMaster master = new BankMaster(1, branches);
        assertThat(branches.stream().filter(b -> b.bank().equals(Yucho.BANK))).hasSize(94);
        assertThat(check(master, "9900", "738", TODAY)).isEmpty();
        assertThat(check(master, "9900", "234", TODAY)).contains(ReasonCode.BRANCH_UNKNOWN);
        assertThat(master.find(Yucho.BANK, new BranchCode("018")).orElseThrow().branchName())
                .isEqualTo("〇一八");
    }

    private static void assertFits(String kana) {
        // Cut nowhere: the name without the cut is the name with it.
        ZenginText.Result.Valid sent = (ZenginText.Result.Valid) ZenginText.bankName(kana);
        ZenginText.Result.Valid asPayee = (ZenginText.Result.Valid) ZenginText.payee(kana, "-");
        assertThat(sent.halfWidth()).isEqualTo(asPayee.halfWidth());
    }

    private static Optional<ReasonCode> check(
            BankMaster master, String bank, String branch, LocalDate day) {
        return master.check(
                new TransferAccount(
                        new BankCode(bank),
                        new BranchCode(branch),
                        DepositType.ORDINARY,
                        new AccountNo("0000001"),
                        "ｱ"),
                day);
    }

    private static List<BankBranch> read(byte[] bytes) {
        return BankMasterFile.read(bytes, "master.csv");
    }

    private static Refusal refused(byte[] bytes) {
        try {
            read(bytes);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("not refused");
    }
}
