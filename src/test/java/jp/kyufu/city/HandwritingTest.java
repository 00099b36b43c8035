package jp.kyufu.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.bank.AccountReading;
import jp.kyufu.bank.HolderName;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Slip;
import jp.kyufu.text.Width;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the generator's people write must be what a careful reader reads. */
class HandwritingTest {

    private static final int HOUSEHOLDS = 20_000;
    private static final long SEED = 42;

    /** What a form says about an account by itself, without bank master and household. */
    private static final Set<ReasonCode> ACCOUNT_CODES =
            Set.of(
                    ReasonCode.ACCOUNT_MISSING,
                    ReasonCode.ACCOUNT_NUMBER_FORMAT,
                    ReasonCode.ACCOUNT_TYPE_UNKNOWN,
                    ReasonCode.ACCOUNT_AMBIGUOUS,
                    ReasonCode.YUCHO_INVALID,
                    ReasonCode.HOLDER_CHARACTERS,
                    ReasonCode.ACCOUNT_LOST_ZERO,
                    ReasonCode.YUCHO_CHECK_DIGIT);

    private static final List<Household> HOMES = new ArrayList<>();
    private static final List<List<Form>> FORMS = new ArrayList<>();

    @BeforeAll
    static void city() throws Exception {
        Seed seed = new Seed(SEED);
        var maker = new HouseholdMaker(seed, new CasePlan(seed, HOUSEHOLDS));
        BranchList branches = BranchList.read(CityGeneratorTest.master());
        var scribe = new Scribe(maker, new Accounts(seed, branches), HOUSEHOLDS);
        var applications = new ApplicationMaker(seed, scribe);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            HOMES.add(maker.make(i));
            FORMS.add(applications.make(HOMES.getLast()));
        }
    }

    @Test
    void namesAndReadingsFoldIntoTheRegistersUnlessTheCaseIsASlip() {
        Set<Case> slips =
                Set.of(
                        IdentityCase.NAME_SLIP,
                        IdentityCase.KANA_SLIP,
                        IdentityCase.NAME_SWAPPED,
                        IdentityCase.MAIDEN_NAME,
                        IdentityCase.NAME_MISSING);
        each((home, form) -> {
            Person person = form.person;
            if (person == null || slips.contains(home.kind)) {
                return;
            }
            assertThat(NameKey.folded(form.name)).isEqualTo(NameKey.folded(person.name(" ")));
            if (!form.kana.isEmpty()) {
                assertThat(jp.kyufu.text.Kana.key(form.kana))
                        .isEqualTo(jp.kyufu.text.Kana.key(person.kana("")));
            }
        });
    }

    @Test
    void aSlipIsOneCharacterOrOneDigitAndNoMore() {
        each((home, form) -> {
            Person person = form.person;
            if (home.kind == IdentityCase.NAME_SLIP) {
                String written = NameKey.folded(form.name);
                String registered = NameKey.folded(person.name(""));
                assertThat(written).isNotEqualTo(registered);
                assertThat(Slip.distanceAtMostOne(written, registered)).isTrue();
            } else if (home.kind == IdentityCase.KANA_SLIP) {
                String written = jp.kyufu.text.Kana.key(form.kana);
                String registered = jp.kyufu.text.Kana.key(person.kana(""));
                assertThat(written).isNotEqualTo(registered);
                assertThat(Slip.distanceAtMostOne(written, registered)).isTrue();
            } else if (home.kind == IdentityCase.BIRTH_SLIP) {
                assertThat(Slip.oneDigit(date(form.birth).date(), person.birth)).isTrue();
            }
        });
    }

    @Test
    void birthDatesAreReadAsRegisteredAndOverrunsAreNoted() {
        Set<Case> others =
                Set.of(
                        IdentityCase.BIRTH_SLIP,
                        IdentityCase.BIRTH_UNREADABLE,
                        IdentityCase.NUMBER_ABSENT_AND_SLIP);
        each((home, form) -> {
            if (form.person == null || others.contains(home.kind)) {
                return;
            }
            DateReading.Read read = date(form.birth);
            assertThat(read.date()).isEqualTo(form.person.birth);
            assertThat(read.eraOverrun()).isEqualTo(form.codes.contains(ReasonCode.ERA_OVERRUN));
        });
    }

    @Test
    void anUnreadableBirthDateIsUnreadable() {
        each((home, form) -> {
            if (home.kind == IdentityCase.BIRTH_UNREADABLE) {
                assertThat(jp.kyufu.text.Dates.read(form.birth))
                        .isNotInstanceOf(DateReading.Read.class);
            }
        });
    }

    @Test
    void accountsReadAsTheTruthSays() {
        each((home, form) -> {
            if (form.chosen != jp.kyufu.value.Rail.CASH) {
                return;
            }
            AccountReading reading =
                    new AccountForm(
                                    form.bank,
                                    form.branch,
                                    form.type,
                                    form.account,
                                    form.holder,
                                    form.symbol,
                                    form.serial)
                            .read("().-");
            List<ReasonCode> expected =
                    form.codes.stream().filter(ACCOUNT_CODES::contains).toList();
            assertThat(reading.codes())
                    .as(home.kind + " " + home.number)
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void theHolderOfAnOrdinaryAccountIsTheHead() {
        each((home, form) -> {
            if (home.kind == IdentityCase.ORDINARY && !form.holder.isEmpty()) {
                assertThat(HolderName.same(form.holder, home.head().kana(" "))).isTrue();
            }
        });
    }

    @Test
    void thePrintedNumberHasItsCheckDigitUnlessMistyped() {
        each((home, form) -> {
            String digits = Width.digits(form.number).replaceAll("[- ]", "");
            if (digits.isEmpty()) {
                return;
            }
            String eleven = "0".repeat(11 - digits.length()) + digits;
            boolean right = Household.printed(eleven.substring(0, 10)).equals(eleven);
            assertThat(right).isNotEqualTo(home.kind == IdentityCase.NUMBER_CHECK_DIGIT);
        });
    }

    @Test
    void residentsAndArrivalsAreThoseOfARealCity() {
        long residents = HOMES.stream().mapToLong(home -> home.members.size()).sum();
        assertThat(residents / (double) HOUSEHOLDS).isBetween(1.88, 1.98);
        List<Form> forms = FORMS.stream().flatMap(List::stream).toList();
        long online = forms.stream().filter(form -> form.channel == Channel.ONLINE).count();
        assertThat(online / (double) forms.size()).isBetween(0.38, 0.42);
        long firstWeek = before(forms, Dates.WINDOW_FROM.plusDays(7));
        assertThat(firstWeek / (double) forms.size()).isBetween(0.67, 0.72);
        long threeWeeks = before(forms, Dates.WINDOW_FROM.plusDays(21));
        assertThat(threeWeeks / (double) forms.size()).isBetween(0.94, 0.97);
        assertThat(before(forms, Dates.WINDOW_TO.plusDays(1))).isEqualTo(forms.size());
        long silent = FORMS.stream().filter(List::isEmpty).count();
        assertThat(silent / (double) HOUSEHOLDS).isBetween(0.005, 0.009);
    }

    private static long before(List<Form> forms, LocalDate day) {
        return forms.stream()
                .filter(form -> Arrivals.time(form.arrival).toLocalDate().isBefore(day))
                .count();
    }

    private static DateReading.Read date(String written) {
        return (DateReading.Read) jp.kyufu.text.Dates.read(written);
    }

    private static void each(BiConsumer<Household, Form> check) {
        for (int i = 0; i < HOUSEHOLDS; i++) {
            for (Form form : FORMS.get(i)) {
                check.accept(HOMES.get(i), form);
            }
        }
    }
}
