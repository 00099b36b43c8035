package jp.kyufu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.program.ProgramTerms.BudgetLine;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFileTest {

    private static final String GOOD = resource("program.yaml");

    @TempDir private Path directory;

    @Test
    void aCompleteFileIsReadMemberByMember() {
        ProgramTerms terms = read(GOOD);
        assertThat(terms.code()).isEqualTo("soto-2026");
        assertThat(terms.name()).isEqualTo("桑都のまち応援給付金");
        assertThat(terms.referenceDate()).isEqualTo("2026-01-01");
        assertThat(terms.window().from()).isEqualTo("2026-03-16");
        assertThat(terms.window().to()).isEqualTo("2026-07-31");
        assertThat(terms.rates()).isEqualTo(new Amounts(5_000, 6_000));
        assertThat(terms.points().orElseThrow().currency()).isEqualTo("桑都ペイ");
        assertThat(terms.points().orElseThrow().expires()).isEqualTo("2026-12-31");
        assertThat(terms.cap(Rail.CASH)).isEqualTo(75_000);
        assertThat(terms.budget())
                .containsExactly(
                        new BudgetLine("国庫支出金", new Amounts(2_000_000_000, 1_000_000_000)),
                        new BudgetLine("一般財源", new Amounts(800_000_000, 600_000_000)));
        assertThat(terms.budget(Rail.POINTS)).isEqualTo(1_600_000_000);
        assertThat(terms.consignor().code()).isEqualTo("0123456789");
        assertThat(terms.consignor().name()).isEqualTo("ｿｳﾄｼ ｷﾕｳﾌｷﾝ");
        assertThat(terms.consignor().bank().digits()).isEqualTo("0001");
        assertThat(terms.consignor().branch().digits()).isEqualTo("001");
        assertThat(terms.consignor().type()).isEqualTo(DepositType.ORDINARY);
        assertThat(terms.bankProfile().terminator()).isEqualTo(Terminator.LF);
        assertThat(terms.bankProfile().clearingHouse()).isEqualTo("    ");
        assertThat(terms.bankProfile().cutOff()).isEqualTo(LocalTime.of(18, 0));
        assertThat(terms.bankProfile().recordsPerFile()).isEqualTo(50_000);
        assertThat(terms.today()).contains(LocalDate.of(2026, 4, 6));
    }

    @Test
    void whatMayBeLeftOutHasItsDocumentedMeaning() {
        ProgramTerms terms = read(resource("cash-only-shortest.yaml"));
        assertThat(terms.offers(Rail.CASH)).isTrue();
        assertThat(terms.offers(Rail.POINTS)).isFalse();
        assertThat(terms.points()).isEmpty();
        assertThat(terms.cap(Rail.CASH)).isEqualTo(Amounts.UNLIMITED);
        assertThat(terms.today()).isEmpty();
        var profile = terms.bankProfile();
        assertThat(profile.terminator()).isEqualTo(Terminator.CRLF);
        assertThat(profile.clearingHouse()).isEqualTo("0000");
        assertThat(profile.symbols()).isEqualTo("().-");
        assertThat(profile.recordsPerFile()).isEqualTo(9_999);
        assertThat(profile.cutOff()).isEqualTo(LocalTime.NOON);
        assertThat(profile.earliestDays()).isEqualTo(1);
        assertThat(profile.latestDays()).isEqualTo(15);
        assertThat(profile.returnDays()).isEqualTo(5);
    }

    @Test
    void everyErrorOfAFileIsListedWithItsLine() {
        assertThat(errors(resource("many-errors.yaml")))
                .containsExactly(
                        "program.yaml:1:code",
                        "program.yaml:3:reference_date",
                        "program.yaml:6:window.to",
                        "program.yaml:7:rates.coupon",
                        "program.yaml:8:points.expires",
                        "program.yaml:9:household_cap.cash",
                        "program.yaml:12:budget[2].cash",
                        "program.yaml:12:budget[2].source",
                        "program.yaml:14:consignor.code",
                        "program.yaml:14:consignor.bank",
                        "program.yaml:14:consignor.type",
                        "program.yaml:14:consignor.account",
                        "program.yaml:16:bank_profile.cut_off",
                        "program.yaml:17:bank_profile.terminator",
                        "program.yaml:18:bank_profile.latest_days",
                        "program.yaml:19:colour");
    }

    @Test
    void kawasaki2020AScheduleThatNoBankWouldKeepIsRefusedWhenItIsEntered() {
        String infeasible =
                GOOD.replaceAll("earliest_days: *\\d+", "earliest_days: 0")
                        .replaceAll("latest_days: *\\d+", "latest_days: 0");
        assertThat(errors(infeasible))
                .singleElement()
                .asString()
                .endsWith("bank_profile.latest_days");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        Refusal refusal = refused(GOOD + "code: other\n");
        assertThat(refusal.details()).hasSize(1);
        assertThat(refusal.details().getFirst().key()).isEqualTo("program.key.repeated");
    }

    @Test
    void anUnknownKeyIsRefusedAtEveryLevel() {
        for (String key : List.of("window", "rates", "points", "household_cap", "bank_profile")) {
            String changed = GOOD.replace(key + ": {", key + ": {colour: red, ");
            assertThat(errors(changed)).as(key).singleElement().asString().endsWith(".colour");
        }
        assertThat(errors(GOOD.replace("code: \"0123456789\"", "colour: red")))
                .anyMatch(place -> place.endsWith("consignor.colour"))
                .anyMatch(place -> place.endsWith("consignor.code"));
        assertThat(errors(GOOD.replace("- {source: 一般財源", "- {colour: red, source: 一般財源")))
                .singleElement()
                .asString()
                .endsWith("budget[2].colour");
    }

    @Test
    void theSentenceSaysWhereWhatWasFoundAndWhatIsExpected() {
        Refusal refusal = refused(GOOD.replace("cash: 75000", "cash: 4999"));
        assertThat(new Words(Locale.ENGLISH).of(refusal.details().getFirst()))
                .isEqualTo(
                        "program.yaml, line 7: the value \"4999\" of \"household_cap.cash\" cannot"
                                + " be used. Expected: >= 5000 (rates.cash)");
        assertThat(new Words(Locale.JAPANESE).of(refusal))
                .contains("7 行目", "household_cap.cash", "4999");
    }

    @Test
    void aRateIsNoMoreThanTheLedgerAddsUp() {
        String most = GOOD.replace("cash: 75000", "cash: 999999999999");
        assertThat(read(most.replaceFirst("cash: 5000\\b", "cash: 999999999")).rates().cash())
                .isEqualTo(999_999_999);
        assertThat(errors(most.replaceFirst("cash: 5000\\b", "cash: 1000000000")))
                .singleElement()
                .asString()
                .endsWith("rates.cash");
    }

    @Test
    void pointsArePaidOnlyWithACurrencyThatOutlivesTheWindow() {
        assertThat(errors(GOOD.replaceFirst("points: \\{currency.*\n", "")))
                .containsExactly("program.yaml:1:points");
        assertThat(errors(GOOD.replace("2026-12-31", "2026-07-31")))
                .singleElement()
                .asString()
                .endsWith("points.expires");
    }

    @Test
    void datesAreReadInEveryFormOfTheContract() {
        assertThat(read(GOOD.replace("2026-01-01", "令和8年1月1日")).referenceDate())
                .isEqualTo("2026-01-01");
        assertThat(read(GOOD.replace("2026-01-01", "20260101")).referenceDate())
                .isEqualTo("2026-01-01");
    }

    @Test
    void nothingIsPaidIsNoProgram() {
        assertThat(errors(GOOD.replace("rates: {cash: 5000, points: 6000}", "rates: {}")))
                .singleElement()
                .asString()
                .endsWith("rates.cash");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedAtItsPlace() {
        assertThat(refusedFile("code: [1, 2\nname: x\n").location()).isEqualTo("program.yaml:2");
        assertThat(refusedFile("code: a\n\tname: b\n").key()).isEqualTo("program.file.syntax");
        assertThat(refusedFile("code: a\u0000\n").key()).isEqualTo("program.file.syntax");
        assertThat(refusedFile("").key()).isEqualTo("program.file.empty");
        assertThat(refusedFile("just words").key()).isEqualTo("program.file.empty");
        assertThat(refusedFile("a: 1\n---\nb: 2\n").key()).isEqualTo("program.file.syntax");
    }

    @Test
    void aFileInAnotherEncodingOrThatIsNotThereIsRefused() throws IOException {
        Path file = directory.resolve("sjis.yaml");
        Files.write(file, GOOD.getBytes("Windows-31J"));
        assertThat(catchThrowableOfType(FileRefusal.class, () -> ProgramFile.read(file)).key())
                .isEqualTo("program.file.encoding");
        Path absent = directory.resolve("absent.yaml");
        assertThat(catchThrowableOfType(FileRefusal.class, () -> ProgramFile.read(absent)).key())
                .isEqualTo("program.file.unreadable");
    }

    @Test
    void aByteOrderMarkIsNoContent() {
        assertThat(read("\uFEFF" + GOOD).code()).isEqualTo("soto-2026");
    }

    @Test
    void theConsignorsNameIsWrittenAsTheBankWantsIt() {
        assertThat(ConsignorName.of("ソウトシ　キュウフキン", "().-")).contains("ｿｳﾄｼ ｷﾕｳﾌｷﾝ");
        assertThat(ConsignorName.of("ガーデンシティ", "().-")).contains("ｶﾞ-ﾃﾞﾝｼﾃｲ");
        assertThat(ConsignorName.of("ＡＢｃ１", "().-")).contains("ABC1");
        assertThat(ConsignorName.of("桑都市", "().-")).isEmpty();
        assertThat(ConsignorName.of("ｿｳﾄｼ(ｷﾕｳﾌ)", "-")).isEmpty();
        assertThat(ConsignorName.of("ｱ".repeat(41), "().-")).isEmpty();
        assertThat(ConsignorName.of(" ", "().-")).isEmpty();
    }

    private ProgramTerms read(String yaml) {
        try {
            return ProgramFile.read(Files.writeString(directory.resolve("program.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusal refused(String yaml) {
        return catchThrowableOfType(Refusal.class, () -> read(yaml));
    }

    private FileRefusal refusedFile(String yaml) {
        return catchThrowableOfType(FileRefusal.class, () -> read(yaml));
    }

    private List<String> errors(String yaml) {
        return refused(yaml).details().stream().map(detail -> "" + detail.location()).toList();
    }

    private static String resource(String name) {
        try (var in = ProgramFileTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
