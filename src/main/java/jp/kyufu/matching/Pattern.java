package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.matching.Fact.KanaLevel;
import jp.kyufu.matching.Fact.NameLevel;
import jp.kyufu.matching.Fact.NumberLevel;
import jp.kyufu.matching.Fact.SexLevel;
import jp.kyufu.value.Check;

/**
 * The levels of all facts of one pair in one integer: an agreement pattern. Of the many that could
 * be, about a hundred occur.
 *
 * @param code four bits for each {@link Fact}, in order
 */
public record Pattern(int code) {

    private static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;
    private static final Fact[] FACTS = Fact.values();

    static Pattern of(
            NameLevel name,
            KanaLevel kana,
            BirthLevel birth,
            AddressLevel address,
            SexLevel sex,
            NumberLevel number) {
        int code = 0;
        Enum<?>[] levels = {name, kana, birth, address, sex, number};
        for (int i = 0; i < levels.length; i++) {
            code |= levels[i].ordinal() << (BITS * i);
        }
        return new Pattern(code);
    }

    /** Reads what {@link #text} wrote; facts that it does not name are missing. */
    static Pattern parse(String text) {
        int code = 0;
        for (Fact fact : FACTS) {
            int level = fact.levels().size() - 1;
            for (String part : text.split(" ")) {
                if (part.startsWith(fact + "=")) {
                    level = ordinal(fact, part.substring(fact.name().length() + 1));
                }
            }
            code |= level << (BITS * fact.ordinal());
        }
        return new Pattern(code);
    }

    /** The number of the level that this fact has. */
    int level(Fact fact) {
        return code >>> (BITS * fact.ordinal()) & MASK;
    }

    /** The same with another level of one fact. */
    Pattern with(Fact fact, Enum<?> level) {
        int shift = BITS * fact.ordinal();
        return new Pattern(code & ~(MASK << shift) | level.ordinal() << shift);
    }

    NameLevel name() {
        return (NameLevel) levelOf(Fact.NAME);
    }

    KanaLevel kana() {
        return (KanaLevel) levelOf(Fact.KANA);
    }

    BirthLevel birth() {
        return (BirthLevel) levelOf(Fact.BIRTH);
    }

    AddressLevel address() {
        return (AddressLevel) levelOf(Fact.ADDRESS);
    }

    Enum<?> levelOf(Fact fact) {
        return fact.levels().get(level(fact));
    }

    /**
     * Codes only: {@code NAME=CLOSE KANA=EQUAL_NEAR_NAME BIRTH=EQUAL}; what is missing is not said.
     */
    String text() {
        List<String> parts = new ArrayList<>(FACTS.length);
        for (Fact fact : FACTS) {
            if (level(fact) < fact.levels().size() - 1) {
                parts.add(fact + "=" + levelOf(fact));
            }
        }
        return String.join(" ", parts);
    }

    @Override
    public String toString() {
        return text();
    }

    private static int ordinal(Fact fact, String name) {
        for (Enum<?> level : fact.levels()) {
            if (level.name().equals(name)) {
                return level.ordinal();
            }
        }
        Check.that(false, "no level %s of %s", name, fact);
        return -1;
    }
}
