package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.matching.Fact.KanaLevel;
import jp.kyufu.matching.Fact.NameLevel;
import jp.kyufu.matching.Fact.NumberLevel;
import jp.kyufu.matching.Fact.SexLevel;
import org.junit.jupiter.api.Test;

/** Patterns drawn from known shares; the estimate must find the shares again. */
class ExpectationTest {

    private static final int PAIRS = 400_000;
    private static final double TOLERANCE = 0.005;

    private static final Map<NameLevel, Double> NAME_M =
            Map.of(NameLevel.WRITTEN, 0.9, NameLevel.CLOSE, 0.04, NameLevel.DIFFERENT, 0.06);
    private static final Map<NameLevel, Double> NAME_U =
            Map.of(NameLevel.WRITTEN, 0.01, NameLevel.SURNAME, 0.4, NameLevel.DIFFERENT, 0.59);
    private static final Map<BirthLevel, Double> BIRTH_M =
            Map.of(BirthLevel.EQUAL, 0.95, BirthLevel.DIGIT, 0.03, BirthLevel.DIFFERENT, 0.02);
    private static final Map<BirthLevel, Double> BIRTH_U =
            Map.of(BirthLevel.EQUAL, 0.02, BirthLevel.DIGIT, 0.05, BirthLevel.DIFFERENT, 0.93);
    private static final Map<AddressLevel, Double> ADDRESS_M =
            Map.of(AddressLevel.EQUAL, 0.8, AddressLevel.HOUSE, 0.15, AddressLevel.DIFFERENT, 0.05);
    private static final Map<AddressLevel, Double> ADDRESS_U =
            Map.of(AddressLevel.EQUAL, 0.05, AddressLevel.TOWN, 0.2, AddressLevel.DIFFERENT, 0.75);

    private static final Set<Fact> FACTS = EnumSet.of(Fact.NAME, Fact.BIRTH, Fact.ADDRESS);

    @Test
    void knownSharesAreFoundAgain() {
        for (long seed : List.of(1L, 2L, 3L)) {
            for (double share : List.of(0.5, 0.1, 0.95)) {
                Expectation found = estimate(share, seed);
                String as = "seed %d, share %s".formatted(seed, share);
                double loose = TOLERANCE / Math.min(share, 1 - share);
                assertThat(found.share()).as(as).isCloseTo(share, within(TOLERANCE));
                NAME_M.forEach((level, m) ->
                        assertThat(found.m(Fact.NAME, level.ordinal()))
                                .as(as + " " + level)
                                .isCloseTo(m, within(loose)));
                BIRTH_M.forEach((level, m) ->
                        assertThat(found.m(Fact.BIRTH, level.ordinal()))
                                .as(as + " " + level)
                                .isCloseTo(m, within(loose)));
                ADDRESS_U.forEach((level, u) ->
                        assertThat(found.u(Fact.ADDRESS, level.ordinal()))
                                .as(as + " " + level)
                                .isCloseTo(u, within(loose)));
            }
        }
    }

    @Test
    void expectedCountsAddUpToThePairsOfOnePerson() {
        Expectation found = estimate(0.3, 5);
        double sum = 0;
        for (double count : found.counts(Fact.BIRTH)) {
            sum += count;
        }
        assertThat(sum).isCloseTo(0.3 * PAIRS, within(0.01 * PAIRS));
    }

    @Test
    void aMissingFactSaysNothing() {
        Map<Pattern, Long> pairs = new HashMap<>();
        pairs.put(pattern(NameLevel.WRITTEN, BirthLevel.EQUAL, AddressLevel.MISSING), 900L);
        pairs.put(pattern(NameLevel.SURNAME, BirthLevel.DIFFERENT, AddressLevel.MISSING), 100L);
        Expectation found = Expectation.of(pairs, FACTS, Model.builtIn(), false);
        assertThat(found.share()).isCloseTo(0.9, within(0.01));
        assertThat(found.m(Fact.ADDRESS, 0)).isEqualTo(Model.builtIn().level(Fact.ADDRESS, 0).m());
    }

    private static Expectation estimate(double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Pattern, Long> pairs = new HashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean one = random.nextDouble() < share;
            pairs.merge(
                    pattern(
                            draw(one ? NAME_M : NAME_U, NameLevel.values(), random),
                            draw(one ? BIRTH_M : BIRTH_U, BirthLevel.values(), random),
                            draw(one ? ADDRESS_M : ADDRESS_U, AddressLevel.values(), random)),
                    1L,
                    Long::sum);
        }
        return Expectation.of(pairs, FACTS, Model.builtIn(), false);
    }

    private static Pattern pattern(NameLevel name, BirthLevel birth, AddressLevel address) {
        return Pattern.of(
                name, KanaLevel.MISSING, birth, address, SexLevel.MISSING, NumberLevel.MISSING);
    }

    private static <L> L draw(Map<L, Double> shares, L[] levels, SplittableRandom random) {
        double lot = random.nextDouble();
        for (L level : levels) {
            lot -= shares.getOrDefault(level, 0.0);
            if (lot < 0) {
                return level;
            }
        }
        return levels[levels.length - 2];
    }
}
