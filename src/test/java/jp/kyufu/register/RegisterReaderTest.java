package jp.kyufu.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.register.RegisterRow.Fault;
import jp.kyufu.register.RegisterRow.OtherName;
import jp.kyufu.register.RegisterRow.Rejected;
import jp.kyufu.register.RegisterRow.Resident;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterReaderTest {

    private static final String ROW =
            "0000000123,0000000045,髙橋　太郎,タカハシ　タロウ,1988-01-09,男,世帯主,192-0001,"
                    + "桑都市本町1-2-3,コーポ本町101,日本人,2010-04-01,,,0";

    @Test
    void aPersonIsTakenAsWritten() {
        assertThat(read(row()))
                .isEqualTo(
                        new Resident(
                                "0000000123",
                                "0000000045",
                                "髙橋　太郎",
                                "タカハシ　タロウ",
                                LocalDate.of(1988, 1, 9),
                                "男",
                                "世帯主",
                                true,
                                "192-0001",
                                "桑都市本町1-2-3",
                                "コーポ本町101",
                                false,
                                LocalDate.of(2010, 4, 1),
                                null,
                                null,
                                false,
                                List.of()));
    }

    @Test
    void anEarlierSurnameComesWithTheGivenNameAndAnAliasIsWhole() {
        String[] cells = with(RegisterColumn.FORMER_SURNAME, "田中");
        cells[RegisterColumn.FORMER_SURNAME_KANA.ordinal()] = "タナカ";
        cells[RegisterColumn.ALIAS.ordinal()] = "金山　太郎";
        cells[RegisterColumn.ALIAS_KANA.ordinal()] = "カネヤマ　タロウ";
        assertThat(resident(cells).otherNames())
                .containsExactly(
                        new OtherName(OtherName.Kind.FORMER_SURNAME, "田中 太郎", "タナカ タロウ"),
                        new OtherName(OtherName.Kind.ALIAS, "金山　太郎", "カネヤマ　タロウ"));
    }

    @Test
    void anEarlierSurnameIsNoNameWhereNobodyKnowsTheGivenName() {
        String[] cells = with(RegisterColumn.FORMER_SURNAME, "田中");
        cells[RegisterColumn.NAME.ordinal()] = "髙橋太郎";
        assertThat(resident(cells).otherNames()).isEmpty();
    }

    @Test
    void aReadingOfHalfANameIsNoReading() {
        String[] cells = with(RegisterColumn.FORMER_SURNAME, "田中");
        assertThat(resident(cells).otherNames().getFirst().kana()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "EMPTY",
            value = {
                "RESIDENT_NO, EMPTY, REQUIRED_EMPTY",
                "RESIDENT_NO, 12A, NUMBER_MALFORMED",
                "RESIDENT_NO, １２３, NUMBER_MALFORMED",
                "RESIDENT_NO, 1234567890123456, NUMBER_MALFORMED",
                "HOUSEHOLD_NO, EMPTY, REQUIRED_EMPTY",
                "HOUSEHOLD_NO, 12-3, NUMBER_MALFORMED",
                "NAME, EMPTY, REQUIRED_EMPTY",
                "NAME, '　', REQUIRED_EMPTY",
                "BIRTH_DATE, EMPTY, REQUIRED_EMPTY",
                "BIRTH_DATE, 1988-02-30, DATE_UNREADABLE",
                "RESIDENT_FROM, EMPTY, REQUIRED_EMPTY",
                "RESIDENT_FROM, 不詳, DATE_UNREADABLE",
                "RESIDENT_FROM, 昨日, DATE_UNREADABLE",
                "CHANGED_ON, 昨日, DATE_UNREADABLE",
                "NATIONALITY, EMPTY, VALUE_UNKNOWN",
                "NATIONALITY, 米国, VALUE_UNKNOWN",
                "CHANGE, 失踪, VALUE_UNKNOWN",
                "PROTECTED, EMPTY, VALUE_UNKNOWN",
                "PROTECTED, 2, VALUE_UNKNOWN",
            })
    void aRowThatBreaksARuleIsRejectedForThatColumn(
            RegisterColumn column, String text, ReasonCode code) {
        assertThat(read(with(column, text == null ? "" : text))).isEqualTo(rejected(code, column));
    }

    @Test
    void everyFaultOfARowIsNamed() {
        String[] cells = with(RegisterColumn.PROTECTED, "?");
        cells[RegisterColumn.NAME.ordinal()] = "";
        assertThat(read(cells))
                .isEqualTo(
                        new Rejected(
                                List.of(
                                        new Fault(ReasonCode.REQUIRED_EMPTY, RegisterColumn.NAME),
                                        new Fault(
                                                ReasonCode.VALUE_UNKNOWN,
                                                RegisterColumn.PROTECTED))));
    }

    @Test
    void aBirthDateThatNobodyKnowsIsLegal() {
        assertThat(resident(with(RegisterColumn.BIRTH_DATE, "不詳")).birthDate()).isNull();
    }

    @Test
    void kanaAndSexAndRelationMayBeEmpty() {
        String[] cells = with(RegisterColumn.KANA, "");
        cells[RegisterColumn.SEX.ordinal()] = "";
        cells[RegisterColumn.RELATION.ordinal()] = "";
        assertThat(resident(cells).kana()).isEmpty();
        assertThat(resident(cells).head()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"死亡, DEATH", "転出, MOVED_OUT", "職権消除, REMOVED"})
    void whoLeftHasAReasonAndADay(String word, LeftReason reason) {
        String[] cells = with(RegisterColumn.CHANGE, word);
        cells[RegisterColumn.CHANGED_ON.ordinal()] = "令和8年3月31日";
        assertThat(resident(cells).leftReason()).isEqualTo(reason);
        assertThat(resident(cells).leftOn()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void whoLeftWithoutADayIsRejected() {
        assertThat(read(with(RegisterColumn.CHANGE, "死亡")))
                .isEqualTo(rejected(ReasonCode.REQUIRED_EMPTY, RegisterColumn.CHANGED_ON));
    }

    @Test
    void whoMovedInsideTheCityStaysOnTheRegister() {
        String[] cells = with(RegisterColumn.CHANGE, "転居");
        cells[RegisterColumn.CHANGED_ON.ordinal()] = "2026-03-31";
        assertThat(resident(cells).leftReason()).isNull();
        assertThat(resident(cells).leftOn()).isNull();
    }

    @Test
    void protectionIsReadInAnyWidth() {
        assertThat(resident(with(RegisterColumn.PROTECTED, "１")).isProtected()).isTrue();
    }

    @Test
    void aDatePastItsEraCounts() {
        assertThat(resident(with(RegisterColumn.BIRTH_DATE, "平成31年5月1日")).birthDate())
                .isEqualTo(LocalDate.of(2019, 5, 1));
    }

    private static String[] row() {
        return Arrays.copyOf((ROW + ",,,,").split(",", -1), RegisterColumn.values().length);
    }

    private static String[] with(RegisterColumn column, String text) {
        String[] cells = row();
        cells[column.ordinal()] = text;
        return cells;
    }

    private static RegisterRow read(String[] cells) {
        return RegisterReader.read(RegisterWords.STANDARD, cells);
    }

    private static Rejected rejected(ReasonCode code, RegisterColumn column) {
        return new Rejected(List.of(new Fault(code, column)));
    }

    private static Resident resident(String[] cells) {
        return (Resident) read(cells);
    }
}
