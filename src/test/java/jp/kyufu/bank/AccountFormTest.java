package jp.kyufu.bank;

import static jp.kyufu.value.ReasonCode.ACCOUNT_AMBIGUOUS;
import static jp.kyufu.value.ReasonCode.ACCOUNT_LOST_ZERO;
import static jp.kyufu.value.ReasonCode.ACCOUNT_MISSING;
import static jp.kyufu.value.ReasonCode.ACCOUNT_NUMBER_FORMAT;
import static jp.kyufu.value.ReasonCode.ACCOUNT_TYPE_UNKNOWN;
import static jp.kyufu.value.ReasonCode.BANK_UNKNOWN;
import static jp.kyufu.value.ReasonCode.BRANCH_UNKNOWN;
import static jp.kyufu.value.ReasonCode.HOLDER_CHARACTERS;
import static jp.kyufu.value.ReasonCode.YUCHO_CHECK_DIGIT;
import static jp.kyufu.value.ReasonCode.YUCHO_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import jp.kyufu.value.DepositType;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormTest {

    private static final String HOLDER = "ヤマダ　タロウ";

    @Test
    void anAccountInFullIsReadAsItIs() {
        AccountReading read = read("0005", "123", "普通", "1234567", "", "");
        assertThat(read.codes()).isEmpty();
        assertThat(account(read).identity()).isEqualTo("000512311234567");
        assertThat(account(read).holder()).isEqualTo("ﾔﾏﾀﾞ ﾀﾛｳ");
    }

    @ParameterizedTest
    @CsvSource({
        "普通,ORDINARY",
        "当座,CURRENT",
        "貯蓄,SAVINGS",
        "1,ORDINARY",
        "２,CURRENT",
        "４,SAVINGS",
        "' 普通　',ORDINARY"
    })
    void theTypeIsAWordOrADigitOfAnyWidth(String written, DepositType type) {
        assertThat(account(read("0005", "123", written, "1234567", "", "")).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "9", "定期", "普通当座"})
    void anyOtherTypeIsUnknown(String written) {
        codes(read("0005", "123", written, "1234567", "", ""), ACCOUNT_TYPE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "1,0000001",
        "１２３,0000123",
        "123456,0123456",
        "１２３４５６７,1234567",
        "'123 4567',1234567"
    })
    void aShortNumberIsFilledWithZeros(String written, String number) {
        AccountReading read = read("0005", "123", "1", written, "", "");
        assertThat(read.codes()).isEmpty();
        assertThat(account(read).number().digits()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "012345678", "12345A7", "一二三", "?"})
    void aNumberOfEightDigitsOrNoDigitsIsMalformed(String written) {
        codes(read("0005", "123", "1", written, "", ""), ACCOUNT_NUMBER_FORMAT);
    }

    @Test
    void aBankWithoutANumberIsAnAccountMissing() {
        codes(read("0005", "123", "1", "", "", ""), ACCOUNT_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "5,123,000512311234567",
        "005,123,000512311234567",
        "0005,23,000502311234567",
        "0005,３,000500311234567"
    })
    void aCodeThatLostZerosIsFilledAndHeld(String bank, String branch, String identity) {
        AccountReading read = read(bank, branch, "1", "1234567", "", "");
        assertThat(read.codes()).containsExactly(ACCOUNT_LOST_ZERO);
        assertThat(account(read).identity()).isEqualTo(identity);
    }

    @Test
    void codesThatAreNoCodesAreUnknown() {
        codes(read("00005", "123", "1", "1234567", "", ""), BANK_UNKNOWN);
        codes(read("みずほ", "123", "1", "1234567", "", ""), BANK_UNKNOWN);
        codes(read("", "123", "1", "1234567", "", ""), BANK_UNKNOWN);
        codes(read("0005", "0123", "1", "1234567", "", ""), BRANCH_UNKNOWN);
        codes(read("0005", "本店", "1", "1234567", "", ""), BRANCH_UNKNOWN);
        codes(read("0005", "", "1", "1234567", "", ""), BRANCH_UNKNOWN);
    }

    @Test
    void everyDefectIsListed() {
        codes(
                new AccountForm("x", "y", "z", "12345678", "山田", "", "").read("()-."),
                BANK_UNKNOWN,
                BRANCH_UNKNOWN,
                ACCOUNT_TYPE_UNKNOWN,
                ACCOUNT_NUMBER_FORMAT,
                HOLDER_CHARACTERS);
    }

    @Test
    void nothingGivenIsAnAccountMissing() {
        codes(new AccountForm("", "", "", "", "", "", "").read("()-."), ACCOUNT_MISSING);
        codes(read("", "　", "普通", "", " ", ""), ACCOUNT_MISSING);
        codes(
                new AccountForm("", "", "", "", "山田", "", "").read("()-."),
                ACCOUNT_MISSING,
                HOLDER_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "山田太郎", "ヤマダ・タロウ", "ヲカ"})
    void aHolderThatCannotBeSentIsADefect(String holder) {
        codes(
                new AccountForm("0005", "123", "1", "1", holder, "", "").read("()-."),
                HOLDER_CHARACTERS);
    }

    @Test
    void aYuchoAccountIsTurnedIntoTransferForm() {
        AccountReading read = read("", "", "", "", "17370", "19927651");
        assertThat(read.codes()).isEmpty();
        assertThat(account(read).identity()).isEqualTo("990073811992765");
    }

    @Test
    void aCheckDigitThatDoesNotFitIsANote() {
        AccountReading read = read("", "", "", "", "17300", "19927651");
        assertThat(read.codes()).containsExactly(YUCHO_CHECK_DIGIT);
        assertThat(read.account()).isNotNull();
    }

    @Test
    void theRawSymbolNeverBecomesABranch() {
        // 伊勢 2022: letters carried the raw 記号 as branch.
        codes(read("9900", "17370", "1", "1992765", "", ""), BRANCH_UNKNOWN);
        codes(read("9900", "738", "1", "19927651", "", ""), ACCOUNT_NUMBER_FORMAT);
        codes(read("", "", "", "", "1737", "19927651"), YUCHO_INVALID);
        codes(read("", "", "", "", "17370", ""), YUCHO_INVALID);
        codes(read("", "", "", "", "", "19927651"), YUCHO_INVALID);
    }

    @Test
    void theSameAccountInBothFormsIsFine() {
        AccountReading read = read("9900", "738", "普通", "1992765", "17370", "19927651");
        assertThat(read.codes()).isEmpty();
        assertThat(account(read).identity()).isEqualTo("990073811992765");
        assertThat(read("9900", "", "", "", "17370", "19927651").codes()).isEmpty();
        assertThat(read("", "", "普通", "", "17370", "19927651").codes()).isEmpty();
    }

    @Test
    void differentAccountsInBothFormsAreAmbiguous() {
        codes(read("0005", "123", "1", "1234567", "17370", "19927651"), ACCOUNT_AMBIGUOUS);
        codes(read("9900", "728", "1", "1992765", "17370", "19927651"), ACCOUNT_AMBIGUOUS);
        codes(read("9900", "738", "2", "1992765", "17370", "19927651"), ACCOUNT_AMBIGUOUS);
        codes(read("9900", "738", "1", "1992766", "17370", "19927651"), ACCOUNT_AMBIGUOUS);
        codes(read("0005", "", "", "", "17370", "19927651"), ACCOUNT_AMBIGUOUS);
        codes(read("0005", "123", "1", "1234567", "17370", "x"), ACCOUNT_AMBIGUOUS, YUCHO_INVALID);
    }

    @Test
    void aSavingsAccountOfTheYuchoIsKnownByItsWord() {
        AccountReading read = read("", "", "貯蓄", "", "17370", "19927651");
        assertThat(read.codes()).isEmpty();
        assertThat(account(read).type()).isEqualTo(DepositType.SAVINGS);
    }

    @Test
    void theAccountIsNeverPrinted() {
        AccountForm form = new AccountForm("0005", "123", "1", "7654321", HOLDER, "", "");
        assertThat(form.toString()).doesNotContain("7654321").doesNotContain(HOLDER);
        assertThat(form.read("()-.").toString()).doesNotContain("7654321").doesNotContain("ﾔﾏﾀﾞ");
    }

    private static AccountReading read(
            String bank, String branch, String type, String number, String symbol, String yucho) {
        return new AccountForm(bank, branch, type, number, HOLDER, symbol, yucho).read("()-.");
    }

    private static void codes(AccountReading read, ReasonCode... codes) {
        assertThat(read.codes()).containsExactlyInAnyOrder(codes);
        assertThat(read.account()).isNull();
    }

    private static TransferAccount account(AccountReading read) {
        assertThat(read.account()).isNotNull();
        return read.account();
    }
}
