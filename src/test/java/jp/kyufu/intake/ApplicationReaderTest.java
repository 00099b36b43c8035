package jp.kyufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.kyufu.intake.ApplicationRow.Accepted;
import jp.kyufu.intake.ApplicationRow.Fault;
import jp.kyufu.intake.ApplicationRow.Rejected;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationReaderTest {

    @TempDir static Path folder;

    @Test
    void aGoodOnlineApplicationHasNoCode() {
        Accepted accepted = online();
        assertThat(accepted.codes()).isEmpty();
        assertThat(accepted.receiptNo()).isEqualTo("W0000000001");
        assertThat(accepted.receivedAt()).isEqualTo(LocalDateTime.of(2026, 5, 1, 10, 20, 30));
        assertThat(accepted.printedHousehold()).isEqualTo("0000000062");
        assertThat(accepted.birthDate()).isEqualTo(LocalDate.of(1988, 1, 9));
        assertThat(accepted.rail()).isEqualTo(Rail.CASH);
        assertThat(accepted.payee()).isEqualTo("000100111234567");
    }

    @Test
    void bothLayoutsCarryTheSameFacts() {
        Accepted online = online();
        Accepted paper = paper();
        assertThat(paper.codes()).isEmpty();
        assertThat(paper.receivedAt()).isEqualTo(LocalDateTime.of(2026, 5, 1, 0, 0));
        assertThat(paper.printedHousehold()).isEqualTo(online.printedHousehold());
        assertThat(paper.birthDate()).isEqualTo(online.birthDate());
        assertThat(paper.rail()).isEqualTo(online.rail());
        assertThat(paper.payee()).isEqualTo(online.payee());
    }

    @ParameterizedTest
    @CsvSource({
        "受付番号, '', REQUIRED_EMPTY, RECEIPT_NO",
        "受付番号, '　', REQUIRED_EMPTY, RECEIPT_NO",
        "受付番号, W012345678901234567890123456789012345678901234567890123456789012345678901234567"
                + "8901234567890123456789012345678901234567890123456789012345678901234567890123456"
                + "78901234567890123456789012345678901234567890, NUMBER_MALFORMED, RECEIPT_NO",
        "申請日時, '', REQUIRED_EMPTY, RECEIVED",
        "申請日時, 昨日, DATE_UNREADABLE, RECEIVED",
        "申請日時, 2026-05-01 25:00, DATE_UNREADABLE, RECEIVED",
    })
    void withoutANumberOrADayARowIsRejected(
            String header, String text, ReasonCode code, Field field) {
        assertThat(read(ApplicationFiles.online(header, text)))
                .isEqualTo(new Rejected(List.of(new Fault(code, field))));
    }

    @Test
    void aMissingNameOrBirthDateIsNoReject() {
        Accepted accepted = online("申請者氏名", "", "申請者氏名カナ", "", "申請者生年月日", "はるのひ");
        assertThat(accepted.codes()).isEmpty();
        assertThat(accepted.birthDate()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000062-0", "６２０", " 0000 0000 620 ", "620"})
    void aPrintedNumberIsReadInAnyForm(String written) {
        assertThat(online("申請書番号", written).printedHousehold()).isEqualTo("0000000062");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000621", "六十二", "000000000620"})
    void aPrintedNumberWithAWrongCheckDigitProposesNothing(String written) {
        Accepted accepted = online("申請書番号", written);
        assertThat(accepted.printedHousehold()).isNull();
        assertThat(accepted.codes()).containsExactly(ReasonCode.CHECK_DIGIT_WRONG);
    }

    @Test
    void noPrintedNumberIsNoFault() {
        Accepted accepted = online("申請書番号", "");
        assertThat(accepted.printedHousehold()).isNull();
        assertThat(accepted.codes()).isEmpty();
    }

    @Test
    void aBirthDatePastItsEraCountsWithANote() {
        Accepted accepted = online("申請者生年月日", "平成31年5月1日");
        assertThat(accepted.birthDate()).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(accepted.codes()).containsExactly(ReasonCode.ERA_OVERRUN);
    }

    @Test
    void aDayOfReceiptPastItsEraCountsWithANote() {
        Accepted accepted = online("申請日時", "平成38年5月1日 10:20");
        assertThat(accepted.receivedAt()).isEqualTo(LocalDateTime.of(2026, 5, 1, 10, 20));
        assertThat(accepted.codes()).containsExactly(ReasonCode.ERA_OVERRUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "小切手", "3"})
    void aMissingOrUnknownRailIsOne(String written) {
        Accepted accepted = online("受取方法", written, "口座番号", "", "口座確認書類", "");
        assertThat(accepted.rail()).isNull();
        assertThat(accepted.payee()).isNull();
        assertThat(accepted.codes()).containsExactly(ReasonCode.RAIL_MISSING);
    }

    @Test
    void theWordsOfARailBelongToItsLayout() {
        assertThat(paper("給付方法", "２").rail()).isEqualTo(Rail.POINTS);
        assertThat(paper("給付方法", "現金").rail()).isNull();
    }

    @Test
    void pointsNeedNoAccountAndNoAccountCopyAndNoWallet() {
        Accepted accepted = online("受取方法", "桑都ペイ", "口座番号", "x", "口座確認書類", "無");
        assertThat(accepted.rail()).isEqualTo(Rail.POINTS);
        assertThat(accepted.codes()).isEmpty();
        assertThat(accepted.payee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SP0123456789", "sp0123456789", "ＳＰ０１２３４５６７８９", " SP01-2345-6789"})
    void aWalletIsReadInAnyWidthAndCase(String written) {
        Accepted accepted = online("受取方法", "桑都ペイ", "桑都ペイID", written);
        assertThat(accepted.payee()).isEqualTo("SP0123456789");
        assertThat(accepted.form().wallet()).isEqualTo("SP0123456789");
        assertThat(accepted.codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SP012345678", "SP01234567890", "0123456789", "SPO123456789", "?"})
    void aMalformedWalletIsInvalid(String written) {
        Accepted accepted = online("受取方法", "桑都ペイ", "桑都ペイID", written);
        assertThat(accepted.payee()).isNull();
        assertThat(accepted.codes()).containsExactly(ReasonCode.WALLET_INVALID);
    }

    @Test
    void aWalletBesideAnAccountOnTheCashRailSaysNothing() {
        assertThat(online("桑都ペイID", "?").codes()).isEmpty();
    }

    @Test
    void whatTheAccountFormShowsIsKept() {
        assertThat(online("口座番号", "12345678").codes())
                .containsExactly(ReasonCode.ACCOUNT_NUMBER_FORMAT);
        assertThat(online("口座番号", "12345678").payee()).isNull();
        assertThat(online("金融機関コード", "1").codes()).containsExactly(ReasonCode.ACCOUNT_LOST_ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"無", "", "○", "有り"})
    void anythingButTheWordMeansThatACopyIsMissing(String written) {
        assertThat(online("本人確認書類", written, "口座確認書類", written).codes())
                .containsExactlyInAnyOrder(
                        ReasonCode.IDENTITY_DOCUMENT_MISSING, ReasonCode.ACCOUNT_DOCUMENT_MISSING);
    }

    @Test
    void aProxyIsNamedWithKanaAndRelationOrNotAtAll() {
        assertThat(online("代理人氏名", "髙橋 花子", "代理人氏名カナ", "タカハシ ハナコ", "代理人続柄", "妻").codes()).isEmpty();
        for (String only : List.of("代理人氏名", "代理人氏名カナ", "代理人続柄")) {
            assertThat(online(only, "妻").codes()).containsExactly(ReasonCode.PROXY_INCOMPLETE);
        }
        assertThat(online("代理人氏名", "髙橋 花子", "代理人続柄", "妻").codes())
                .isEqualTo(Set.of(ReasonCode.PROXY_INCOMPLETE));
    }

    @Test
    void nothingThatIsPrintedNamesTheApplicant() {
        assertThat(online().toString()).doesNotContain("太郎", "1234567");
    }

    private static Accepted online(String... changes) {
        return (Accepted) read(ApplicationFiles.online(changes));
    }

    private static Accepted paper(String... changes) {
        Layout layout = ApplicationFiles.layout(folder, ApplicationFiles.PAPER);
        String row = ApplicationFiles.paper(changes);
        return (Accepted)
                new ApplicationReader(layout, "")
                        .read(ApplicationFiles.form(layout, ApplicationFiles.PAPER, row));
    }

    private static ApplicationRow read(String row) {
        Layout layout = ApplicationFiles.layout(folder, ApplicationFiles.ONLINE);
        return new ApplicationReader(layout, "")
                .read(ApplicationFiles.form(layout, ApplicationFiles.ONLINE, row));
    }
}
