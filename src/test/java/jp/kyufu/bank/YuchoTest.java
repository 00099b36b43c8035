package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuchoTest {

    @ParameterizedTest
    @CsvSource({
        "17300,19927651,738,1992765",
        "12340,11,238,0000001",
        "10010,00000011,008,0000001",
        "１７３００,１９９２７６５１,738,1992765",
        "' 17300 ',' 19927651 ',738,1992765",
        "17300-2,19927651,738,1992765",
        "17300,2-19927651,738,1992765",
        "17300,２－１９９２７６５１,738,1992765",
        "17300-,19927651,738,1992765",
        "17300,-19927651,738,1992765"
    })
    void aSymbolBeginningWithOneIsAnOrdinaryAccount(
            String symbol, String number, String branch, String account) {
        assertThat(Yucho.read(symbol, number))
                .isInstanceOfSatisfying(
                        YuchoReading.Valid.class,
                        read -> {
                            assertThat(read.branch()).isEqualTo(new BranchCode(branch));
                            assertThat(read.type()).isEqualTo(DepositType.ORDINARY);
                            assertThat(read.account()).isEqualTo(new AccountNo(account));
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "00120,123456,019,0123456",
        "00120,7,019,0000007",
        "00120-6,123456,019,0123456",
        "00120,6-123456,019,0123456",
        "００１２０,１２３４５６,019,0123456"
    })
    void aSymbolBeginningWithZeroIsACurrentAccount(
            String symbol, String number, String branch, String account) {
        assertThat(Yucho.read(symbol, number))
                .isInstanceOfSatisfying(
                        YuchoReading.Valid.class,
                        read -> {
                            assertThat(read.branch()).isEqualTo(new BranchCode(branch));
                            assertThat(read.type()).isEqualTo(DepositType.CURRENT);
                            assertThat(read.account()).isEqualTo(new AccountNo(account));
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "22340,11",
        "12341,11",
        "1234,11",
        "123400,11",
        "1234A,11",
        "'',11",
        "12340,''",
        "12340,12",
        "12340,123456781",
        "12340,1A1",
        "12340,12-11-1",
        "00120,1234567",
        "00120,12345678",
        "00121,123456",
        "-2340,11",
        "12340-66,11",
        "一二三四〇,11"
    })
    void everythingElseIsInvalid(String symbol, String number) {
        assertThat(Yucho.read(symbol, number)).isInstanceOf(YuchoReading.Invalid.class);
    }

    @Test
    void theWrongRulesInCirculationAreNotOurs() {
        YuchoReading.Valid first = (YuchoReading.Valid) Yucho.read("12340", "11");
        assertThat(first.branch()).isNotEqualTo(new BranchCode("234"));
        YuchoReading.Valid second = (YuchoReading.Valid) Yucho.read("17300", "19927651");
        assertThat(second.account()).isNotEqualTo(new AccountNo("0199276"));
    }

    @Test
    void theCheckDigitIsANoteNotAReason() {
        // 1 + 3*7 + g(3) + 0 + 3*0 + g(1) + 9 + 3*9 + g(2) + 7 + 3*6 + g(5) + 1 = 97, so d4 = 7.
        assertThat(Yucho.read("17370", "19927651"))
                .isInstanceOfSatisfying(
                        YuchoReading.Valid.class, r -> assertThat(r.checkDigitFits()).isTrue());
        assertThat(Yucho.read("17300", "19927651"))
                .isInstanceOfSatisfying(
                        YuchoReading.Valid.class, r -> assertThat(r.checkDigitFits()).isFalse());
    }

    @Test
    void exactlyOneCheckDigitFits() {
        int fitting = 0;
        for (int d4 = 0; d4 < 10; d4++) {
            YuchoReading.Valid read = (YuchoReading.Valid) Yucho.read("001" + d4 + "0", "123456");
            fitting += read.checkDigitFits() ? 1 : 0;
        }
        assertThat(fitting).isEqualTo(1);
    }
}
