package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.matching.Fact.KanaLevel;
import jp.kyufu.matching.Fact.NameLevel;
import jp.kyufu.matching.Facts.OtherName;
import org.junit.jupiter.api.Test;

/** One line for each thing that people do to their names, dates and addresses. */
class ComparisonLevelsTest {

    private static Facts facts(String name, String kana) {
        return Facts.of(name, kana, null, "", "");
    }

    private static NameLevel name(String written, String registered) {
        return NameComparison.name(facts(written, ""), facts(registered, ""));
    }

    private static KanaLevel kana(
            String name, String kana, String registeredName, String registered) {
        Facts applicant = facts(name, kana);
        Facts resident = facts(registeredName, registered);
        return NameComparison.kana(applicant, resident, NameComparison.name(applicant, resident));
    }

    private static BirthLevel birth(String a, String b) {
        return BirthComparison.of(
                (int) LocalDate.parse(a).toEpochDay(), (int) LocalDate.parse(b).toEpochDay());
    }

    @Test
    void names() {
        assertThat(name("髙橋太郎", "髙橋　太郎")).isEqualTo(NameLevel.WRITTEN);
        assertThat(name("高橋太郎", "髙橋　太郎")).isEqualTo(NameLevel.FOLDED);
        assertThat(name("太郎　高橋", "髙橋　太郎")).isEqualTo(NameLevel.SWAPPED);
        assertThat(name("太郎髙橋", "髙橋　太郎")).isEqualTo(NameLevel.SWAPPED);
        assertThat(name("高橋太朗", "髙橋　太郎")).isEqualTo(NameLevel.CLOSE);
        assertThat(name("高橋口ロ", "髙橋　ロ口")).as("look alike").isEqualTo(NameLevel.CLOSE);
        assertThat(name("鈴木太郎", "髙橋　太郎")).isEqualTo(NameLevel.GIVEN);
        assertThat(name("高橋花子", "髙橋　太郎")).isEqualTo(NameLevel.SURNAME);
        assertThat(name("鈴木花子", "髙橋　太郎")).isEqualTo(NameLevel.DIFFERENT);
        assertThat(name("", "髙橋　太郎")).isEqualTo(NameLevel.MISSING);
    }

    @Test
    void latinNames() {
        assertThat(name("Maria Garcia", "GARCIA MARIA")).isEqualTo(NameLevel.SWAPPED);
        assertThat(name("garcia maria", "GARCIA MARIA")).isEqualTo(NameLevel.WRITTEN);
        assertThat(name("MARIA LUISA GARCIA", "GARCIA MARIA LUISA")).isEqualTo(NameLevel.SWAPPED);
        assertThat(name("MARIA GARCIA", "GARCIA MARIA LUISA")).isEqualTo(NameLevel.PARTS);
        assertThat(name("GARCIA MARIA L.", "GARCIA MARIA LUISA")).isEqualTo(NameLevel.PARTS);
        assertThat(name("GARCIA L.", "GARCIA MARIA LUISA")).isEqualTo(NameLevel.SURNAME);
        assertThat(name("MOHAMAD ALHASSAN", "MUHAMMAD ALHASSAN")).isEqualTo(NameLevel.ALIKE);
        assertThat(name("MARIA SANTOS", "GARCIA MARIA LUISA")).isEqualTo(NameLevel.DIFFERENT);
    }

    @Test
    void anotherNameOfTheResidentIsHis() {
        Facts resident = facts("髙橋　花子", "タカハシ　ハナコ").with(List.of(new OtherName("鈴木花子", "スズキハナコ")));
        Facts applicant = facts("鈴木花子", "スズキハナコ");
        NameLevel name = NameComparison.name(applicant, resident);
        assertThat(name).isEqualTo(NameLevel.OTHER_NAME);
        assertThat(NameComparison.kana(applicant, resident, name))
                .isEqualTo(KanaLevel.EQUAL_AS_NAME);
    }

    @Test
    void readingsDependOnTheName() {
        assertThat(kana("髙橋太郎", "ﾀｶﾊｼﾀﾛｳ", "髙橋　太郎", "タカハシ　タロウ")).isEqualTo(KanaLevel.EQUAL_AS_NAME);
        assertThat(kana("髙橋太郎", "たかばしたろう", "髙橋　太郎", "タカハシ　タロウ")).isEqualTo(KanaLevel.CLOSE_AS_NAME);
        assertThat(kana("髙橋太朗", "タロウ　タカハシ", "髙橋　太郎", "タカハシ　タロウ"))
                .isEqualTo(KanaLevel.EQUAL_NEAR_NAME);
        assertThat(kana("髙橋花子", "タカハシハナコ", "髙橋　太郎", "タカハシ　タロウ"))
                .isEqualTo(KanaLevel.DIFFERENT_IN_PART);
        assertThat(kana("", "タカハシタロウ", "髙橋　太郎", "タカハシ　タロウ")).isEqualTo(KanaLevel.EQUAL_ALONE);
        assertThat(kana("たかはし　たろう", "", "髙橋　太郎", "タカハシ　タロウ"))
                .as("the reading where the name belongs")
                .isEqualTo(KanaLevel.EQUAL_ALONE);
        assertThat(kana("髙橋太郎", "", "髙橋　太郎", "タカハシ　タロウ")).isEqualTo(KanaLevel.MISSING);
        assertThat(kana("髙橋太郎", "タカハシタロウ", "髙橋　太郎", "")).isEqualTo(KanaLevel.MISSING);
    }

    @Test
    void birthDates() {
        assertThat(birth("1988-03-07", "1988-03-07")).isEqualTo(BirthLevel.EQUAL);
        assertThat(birth("1988-03-07", "1988-07-03")).isEqualTo(BirthLevel.DAY_MONTH);
        assertThat(birth("1988-03-07", "1988-03-01")).isEqualTo(BirthLevel.DIGIT);
        assertThat(birth("1989-12-31", "1990-12-31")).isEqualTo(BirthLevel.YEAR);
        assertThat(birth("1928-03-07", "1991-03-07")).as("昭和3年, 平成3年").isEqualTo(BirthLevel.ERA);
        assertThat(birth("1988-03-07", "1962-11-20")).isEqualTo(BirthLevel.DIFFERENT);
        assertThat(BirthComparison.of(Facts.UNKNOWN, 7)).isEqualTo(BirthLevel.MISSING);
    }

    @Test
    void everySlipOfABirthDateIsLookedFor() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            int a = random.nextInt(-15_000, 20_000);
            int b = random.nextInt(-15_000, 20_000);
            for (int other : new int[] {b, a + random.nextInt(-40, 40), a + 365, a - 23_011}) {
                BirthLevel level = BirthComparison.of(a, other);
                boolean[] met = new boolean[1];
                BirthComparison.eachSlip(a, day -> met[0] |= day == other);
                boolean slip = level != BirthLevel.DIFFERENT;
                assertThat(met[0] || a == other).as("%d %d %s", a, other, level).isEqualTo(slip);
            }
        }
    }

    @Test
    void addresses() {
        assertThat(AddressComparison.of("元町 1-2-3-203", "元町 1-2-3-203"))
                .isEqualTo(AddressLevel.EQUAL);
        assertThat(AddressComparison.of("元町 1-2-3", "元町 1-2-3-203")).isEqualTo(AddressLevel.HOUSE);
        assertThat(AddressComparison.of("元町 1-2-3-203", "元町 1-2-3-205"))
                .isEqualTo(AddressLevel.NEAR);
        assertThat(AddressComparison.of("元町 1-2-3", "本町 1-2-3")).isEqualTo(AddressLevel.NEAR);
        assertThat(AddressComparison.of("元町 1-2-3", "元町 4-5-6")).isEqualTo(AddressLevel.TOWN);
        assertThat(AddressComparison.of("元町", "元町")).isEqualTo(AddressLevel.TOWN);
        assertThat(AddressComparison.of("元町 1-2-3", "緑が丘 1-2-3")).isEqualTo(AddressLevel.DIFFERENT);
        assertThat(AddressComparison.of("", "元町 1")).isEqualTo(AddressLevel.MISSING);
    }

    @Test
    void aPatternIsReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1_000; i++) {
            int code = 0;
            for (Fact fact : Fact.values()) {
                code |= random.nextInt(fact.levels().size()) << (4 * fact.ordinal());
            }
            Pattern pattern = new Pattern(code);
            assertThat(Pattern.parse(pattern.text())).isEqualTo(pattern);
        }
    }

    /** Optimal string alignment as the textbook writes it. */
    private static int slowly(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + cost, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    @Test
    void theDistanceIsThatOfTheTextbookAndSymmetric() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            String a = text(random);
            String b = text(random);
            assertThat(EditDistance.of(a, b))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(slowly(a, b))
                    .isEqualTo(EditDistance.of(b, a));
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(64) + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) ('ア' + random.nextInt(4)));
        }
        return text.toString();
    }

    @Test
    void nothingThrowsOnAnyUnicodeAndWhatMustBeSymmetricIs() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            Facts a = anything(random);
            Facts b = anything(random);
            NameLevel name = NameComparison.name(a, b);
            NameComparison.kana(a, b, name);
            assertThat(NameComparison.name(a, a))
                    .as("seed %d: %s", seed, a)
                    .isIn(NameLevel.WRITTEN, NameLevel.MISSING);
            assertThat(AddressComparison.of(a.address(), b.address()))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(AddressComparison.of(b.address(), a.address()));
            assertThat(LookAlikes.only(a.folded(), b.folded()))
                    .isEqualTo(LookAlikes.only(b.folded(), a.folded()));
            assertThat(BirthComparison.of(a.birthDay(), b.birthDay()))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(BirthComparison.of(b.birthDay(), a.birthDay()));
        }
    }

    private static Facts anything(SplittableRandom random) {
        return Facts.of(
                junk(random),
                junk(random),
                random.nextInt(5) == 0 ? null : LocalDate.ofEpochDay(random.nextInt(-9_999, 9_999)),
                junk(random),
                junk(random));
    }

    private static String junk(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append(' ');
                case 2 -> text.append((char) ('0' + random.nextInt(10)));
                case 3 -> text.append((char) ('ァ' + random.nextInt(0x50)));
                case 4 -> text.append((char) ('一' + random.nextInt(0x100)));
                default -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
            }
        }
        return text.toString();
    }
}
