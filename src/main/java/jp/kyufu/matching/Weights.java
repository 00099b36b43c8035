package jp.kyufu.matching;

/**
 * Agreement patterns as bits: the sum of log2(m/u) over the facts, less log2 of the register's
 * size, so that 0 is even odds. Where two records are equal in a value, its own frequency in the
 * register takes the place of u: to be called 佐藤 says less than to be called 一尺八寸.
 */
final class Weights {

    private final RegisterKeys register;
    private final Model model;
    private final Frequencies frequencies;
    private final double prior;

    Weights(RegisterKeys register, Model model, Frequencies frequencies) {
        this.register = register;
        this.model = model;
        this.frequencies = frequencies;
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
        int bearers = frequencies.bearers(fact, pattern, resident);
        if (bearers == 0) {
            return model.bits(fact, level);
        }
        Model.Level shares = model.level(fact, level);
        // One more such value is supposed among 1/u people outside the register.
        double u = fact == Fact.NAME ? model.level(fact, 0).u() : shares.u();
        double often = bearers / (register.size() + 1 / u);
        return Model.log2(shares.m() / often);
    }
}
