package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.kyufu.text.Keys;
import org.junit.jupiter.api.Test;

/** Packed records are what went in, whatever was written. */
class PackedFactsTest {

    private static final List<String> TEXTS =
            List.of("", " ", "髙橋 太郎", "高橋 太郎", "NGUYEN THI LAN", "元町 1-2-3", "𠮷田", "\uffff", "\0");

    private final Random random = new Random(9);

    private String text() {
        return random.nextInt(50) == 0
                ? "あ".repeat(random.nextInt(5_000))
                : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Facts facts() {
        List<Facts.OtherName> others = new ArrayList<>();
        while (random.nextInt(4) == 0) {
            others.add(new Facts.OtherName(text(), text()));
        }
        String name = text();
        return new Facts(
                name,
                random.nextBoolean() ? name : text(),
                text(),
                random.nextInt(8) == 0 ? Facts.UNKNOWN : random.nextInt(),
                text(),
                text(),
                text(),
                others);
    }

    @Test
    void whatWasPackedComesOutAgainAndItsKeysAreThoseOfItsTexts() {
        List<Linkage.Application> all = new ArrayList<>();
        Applications applications = new Applications();
        for (int i = 0; i < 10_000; i++) {
            String printed = random.nextBoolean() ? null : "0000000042";
            all.add(new Linkage.Application(random.nextInt(1_000_000), printed, facts()));
            applications.add(all.getLast());
        }
        for (int i = 0; i < all.size(); i++) {
            Linkage.Application one = all.get(i);
            assertThat(applications.get(i)).isEqualTo(one);
            Facts facts = one.facts();
            assertThat(applications.applicant(i))
                    .usingRecursiveComparison()
                    .isEqualTo(
                            new Applicant(
                                    i,
                                    one.printedHousehold() == null ? Applicant.NONE : 42,
                                    facts.birthDay(),
                                    Keys.hash64(facts.name().replace(" ", "")),
                                    Keys.hash64(facts.folded().replace(" ", "")),
                                    Keys.hash64(facts.kana().replace(" ", "")),
                                    Keys.hash64(facts.address())));
        }
        assertThat(applications).containsExactlyElementsOf(all);
    }

    @Test
    void aRegisterComesOutAsItWentIn() {
        List<Linkage.Resident> all = new ArrayList<>();
        Residents residents = new Residents();
        for (int i = 0; i < 9_000; i++) {
            all.add(
                    new Linkage.Resident(
                            "00" + i, "0" + i / 3, random.nextBoolean(), i % 7 == 0, facts()));
            residents.add(all.getLast());
        }
        assertThat(residents).containsExactlyElementsOf(all);
        RegisterKeys keys = residents.keys();
        for (int i = 0; i < all.size(); i++) {
            Linkage.Resident one = all.get(i);
            assertThat(PackedNumber.text(keys.residentNo(i))).isEqualTo(one.residentNo());
            assertThat(PackedNumber.text(keys.householdNo(i))).isEqualTo(one.householdNo());
            assertThat(keys.birthDay(i)).isEqualTo(one.facts().birthDay());
            assertThat(keys.isGuarded(i)).isEqualTo(one.guarded());
            assertThat(keys.hasLeft(i)).isEqualTo(one.left());
            assertThat(keys.printedOn(i / 3))
                    .containsExactly(i / 3 * 3, i / 3 * 3 + 1, i / 3 * 3 + 2);
        }
        assertThat(keys.printedOn(3_000)).isEmpty();
        assertThat(keys.printedOn(Applicant.NONE)).isEmpty();
    }
}
