package jp.kyufu.matching;

import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.matching.Fact.KanaLevel;

/**
 * Agreement patterns as bits: the sum of log2(m/u) over the facts, less log2 of the register's
 * size, so that 0 is even odds. Where two records are equal in a value, its own frequency in the
 * register takes the place of u: to be called 佐藤 says less than to be called 一尺八寸.
 */
final class Weights {

    /** Nobody counts further; a name or an address shared by more says nothing new. */
    private static final int MOST = 10_000;

    private final RegisterKeys register;
    private final Model model;
    private final double prior;

    Weights(RegisterKeys register, Model model) {
        this.register = register;
        this.model = model;
        this.prior = -Model.log2(Math.max(1, register.size()));
    }

    /** What a register of this size takes from every weight: one resident of so many. */
    double prior() {
        return prior;
    }

    double of(Pattern pattern, int resident) {
        double bits = prior;
        for (Fact fact : Fact.values()) {
            bits += of(fact, pattern, resident);
        }
        return bits;
    }

    /** What one fact says. */
    double of(Fact fact, Pattern pattern, int resident) {
        int level = pattern.level(fact);
        int bearers = bearers(fact, pattern, resident);
        if (bearers == 0) {
            return model.bits(fact, level);
        }
        Model.Level shares = model.level(fact, level);
        // One more such value is supposed among 1/u people outside the register.
        double u = fact == Fact.NAME ? model.level(fact, 0).u() : shares.u();
        double often = bearers / (register.size() + 1 / u);
        return Model.log2(shares.m() / often);
    }

    /** How many residents have the value in which the two are equal; 0 where they are not. */
    private int bearers(Fact fact, Pattern pattern, int resident) {
        RegisterIndexes indexes = register.indexes();
        return switch (fact) {
            case NAME ->
                    switch (pattern.name()) {
                        case WRITTEN, FOLDED, SWAPPED ->
                                indexes.byName().count(register.nameKey(resident), MOST);
                        case OTHER_NAME, PARTS, CLOSE, ALIKE, GIVEN, SURNAME, DIFFERENT, MISSING ->
                                0;
                    };
            case KANA ->
                    pattern.kana() == KanaLevel.EQUAL_ALONE
                            ? indexes.byKana().count(register.kanaKey(resident), MOST)
                            : 0;
            case BIRTH ->
                    pattern.birth() == BirthLevel.EQUAL
                            ? indexes.bornOn(register.birthDay(resident))
                            : 0;
            case ADDRESS ->
                    switch (pattern.address()) {
                        case EQUAL ->
                                indexes.byAddress().count(register.addressKey(resident), MOST);
                        case TOWN -> indexes.inTownOf(resident);
                        case HOUSE, NEAR, DIFFERENT, ELSEWHERE, MISSING -> 0;
                    };
            case SEX, NUMBER -> 0;
        };
    }
}
