package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferFileTest {

    private static final LocalDate PAY_DATE = LocalDate.of(2026, 7, 3);
    private static final BankProfile CRLF = Transfers.profile(Terminator.CRLF);
    private static final DataRecord ONE = Transfers.record("0000001", "ﾔﾏﾀﾞ ﾊﾅｺ", 5_000, 1);

    @Test
    void aSmallFileIsTheStandardByteForByte() {
        byte[] file =
                TransferFile.write(
                        Transfers.CITY,
                        CRLF,
                        PAY_DATE,
                        List.of(ONE, Transfers.record("7654321", "ｶ)ABC-1.", 20_000, 2)));

        String golden =
                "1210"
                        + "0000012345"
                        + pad("ｿｳﾄｼ ｷﾕｳﾌｶ", 40)
                        + "0703"
                        + "0001"
                        + pad("", 15)
                        + "001"
                        + pad("", 15)
                        + "1"
                        + "0001234"
                        + pad("", 17)
                        + "\r\n"
                        + "2"
                        + "0005"
                        + pad("", 15)
                        + "123"
                        + pad("", 15)
                        + "0000"
                        + "1"
                        + "0000001"
                        + pad("ﾔﾏﾀﾞ ﾊﾅｺ", 30)
                        + "0000005000"
                        + "0"
                        + "0000000001"
                        + "0000000000"
                        + "7"
                        + " "
                        + pad("", 7)
                        + "\r\n"
                        + "2"
                        + "0005"
                        + pad("", 15)
                        + "123"
                        + pad("", 15)
                        + "0000"
                        + "1"
                        + "7654321"
                        + pad("ｶ)ABC-1.", 30)
                        + "0000020000"
                        + "0"
                        + "0000000002"
                        + "0000000000"
                        + "7"
                        + " "
                        + pad("", 7)
                        + "\r\n"
                        + "8"
                        + "000002"
                        + "000000025000"
                        + pad("", 101)
                        + "\r\n"
                        + "9"
                        + pad("", 119)
                        + "\r\n";
        // An independent encoder of the JDK agrees with ours.
        assertThat(new String(file, Charset.forName("JIS_X0201"))).isEqualTo(golden);
        assertThat(file).isEqualTo(golden.getBytes(Charset.forName("JIS_X0201")));
        assertThat(file).hasSize(5 * 122);
    }

    @ParameterizedTest
    @EnumSource(Terminator.class)
    void whatIsWrittenIsReadBackFieldByField(Terminator terminator) {
        long seed = 20260401L + terminator.ordinal();
        System.out.println("seed " + seed);
        BankProfile profile = Transfers.profile(terminator);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20; round++) {
            List<DataRecord> records = Transfers.random(random, random.nextInt(1, 300));
            byte[] bytes = TransferFile.write(Transfers.CITY, profile, PAY_DATE, records);
            TransferFile read = TransferFile.read(bytes, profile, "built");
            assertThat(read.records()).isEqualTo(records);
            assertThat(read.header().consignor()).isEqualTo(Transfers.CITY);
            assertThat(read.header().payDay()).isEqualTo(MonthDay.of(7, 3));
            assertThat(read.trailer().count()).isEqualTo(records.size());
        }
    }

    @Test
    void everyChangedByteIsSeen() {
        byte[] built = TransferFile.write(Transfers.CITY, CRLF, PAY_DATE, List.of(ONE, ONE));
        TransferFile right = TransferFile.read(built, CRLF, "built");
        for (int i = 0; i < built.length; i++) {
            byte[] changed = built.clone();
            changed[i] = (byte) (changed[i] == '1' ? '2' : '1');
            TransferFile read;
            try {
                read = TransferFile.read(changed, CRLF, "changed");
            } catch (FileRefusal refused) {
                continue;
            }
            assertThat(read).as("byte %s", i).isNotEqualTo(right);
        }
    }

    @Test
    void aCorruptedAccountNumberIsSeen() {
        // いわき 2023: accounts changed between the ledger and the file.
        List<DataRecord> payments = List.of(ONE);
        byte[] built = TransferFile.write(Transfers.CITY, CRLF, PAY_DATE, payments);
        built[122 + 49] = '9';
        assertThat(TransferFile.read(built, CRLF, "built").records()).isNotEqualTo(payments);
    }

    @Test
    void theClearingHouseIsSpacesWhereTheBankWantsThem() {
        BankProfile spaces =
                new BankProfile(Terminator.NONE, "    ", "()-.", 9999, CRLF.cutOff(), 1, 15, 5);
        byte[] file = TransferFile.write(Transfers.CITY, spaces, PAY_DATE, List.of(ONE));
        assertThat(new String(file, 120 + 38, 4, StandardCharsets.US_ASCII)).isEqualTo("    ");
        assertThat(TransferFile.read(file, spaces, "built").records()).containsExactly(ONE);
        refused(
                () -> TransferFile.read(file, Transfers.profile(Terminator.NONE), "x"),
                "bank.recordField");
    }

    @Test
    void aFileOfAnotherTerminatorIsNotOurs() {
        byte[] lf =
                TransferFile.write(
                        Transfers.CITY, Transfers.profile(Terminator.LF), PAY_DATE, List.of(ONE));
        refused(
                () -> TransferFile.read(lf, Transfers.profile(Terminator.CR), "x"),
                "bank.fileTerminator");
        refused(() -> TransferFile.read(lf, CRLF, "x"), "bank.fileLength");
        refused(
                () -> TransferFile.read(Arrays.copyOf(lf, lf.length - 1), CRLF, "x"),
                "bank.fileLength");
    }

    @Test
    void zeroYenIsRefused() {
        refused(() -> write(List.of(Transfers.record("0000001", "ｱ", 0, 1))), "bank.zeroYen");
    }

    @Test
    void anAmountOfElevenDigitsCannotBeMade() {
        assertThatThrownBy(() -> Transfers.record("0000001", "ｱ", 10_000_000_000L, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSumAboveTwelveDigitsIsRefused() {
        DataRecord most = Transfers.record("0000001", "ｱ", DataRecord.AMOUNT_MAX, 1);
        assertThat(write(Collections.nCopies(100, most))).isNotEmpty();
        refused(() -> write(Collections.nCopies(101, most)), "bank.sumTooLarge");
    }

    @Test
    void aFileHoldsAtLeastOneRecordAndNoMoreThanTheBankTakes() {
        refused(() -> write(List.of()), "bank.recordCount");
        assertThat(write(Collections.nCopies(9_999, ONE))).hasSize(10_002 * 122);
        refused(() -> write(Collections.nCopies(10_000, ONE)), "bank.recordCount");
    }

    @Test
    void aPayeeTheBankCannotTakeIsRefused() {
        for (String payee : List.of("ﾔﾏﾀﾞ/", "山田", "ｦｶ", "ｬ", "ｰ", "abc", "ｱﾞ", "ﾞｶ", "ｱ･ｲ")) {
            refused(
                    () -> write(List.of(Transfers.record("0000001", payee, 1, 1))),
                    "bank.payeeCharacters");
        }
        refused(() -> write(List.of(Transfers.record("0000001", "", 1, 1))), "bank.payeeLength");
        String long31 = "ｱ".repeat(31);
        refused(
                () -> write(List.of(Transfers.record("0000001", long31, 1, 1))),
                "bank.payeeLength");
    }

    @Test
    void theConsignorCannotSendFromSavings() {
        Consignor savings =
                new Consignor(
                        "0000012345",
                        "ｿｳﾄｼ",
                        Transfers.CITY.bank(),
                        Transfers.CITY.branch(),
                        DepositType.SAVINGS,
                        new AccountNo("0001234"));
        refused(
                () -> TransferFile.write(savings, CRLF, PAY_DATE, List.of(ONE)),
                "bank.consignorSavings");
    }

    @Test
    void aTableThatDoesNotAddUpIsAProgrammersError() {
        assertThatThrownBy(() -> RecordLayout.ofBytes(120).constant("a", "1").blank("b", 118).end())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("119 bytes in a record of 120");
    }

    private static byte[] write(List<DataRecord> records) {
        return TransferFile.write(Transfers.CITY, CRLF, PAY_DATE, records);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    private static String pad(String text, int bytes) {
        return text + " ".repeat(bytes - text.length());
    }
}
