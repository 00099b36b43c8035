package jp.kyufu.city;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Seed.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Which case a household gets: by lot, and every case at least once in a city that has room for it.
 */
final class CasePlan {

    /** Neighbouring households that a {@link BlockCase} joins. */
    static final int BLOCK = 4;

    private static final int ALL = 100_000;
    private static final List<Case> CASES = Case.all();

    /**
     * @param role the household's place in its block, 0 to 3; of use to a {@link BlockCase} only
     */
    record Plan(Case kind, Channel channel, int role) {}

    private final Seed seed;
    private final int blocks;
    private final int stride;

    CasePlan(Seed seed, int households) {
        this.seed = seed;
        this.blocks = households / BLOCK;
        this.stride = Math.max(1, blocks / CASES.size());
    }

    Plan of(int index) {
        int block = index / BLOCK;
        int role = index % BLOCK;
        RandomGenerator random = seed.of(Purpose.PLAN, index);
        Channel channel = Channel.draw(random);
        Case assigned = assigned(block);
        if (assigned instanceof BlockCase || (assigned != null && role == 0)) {
            return new Plan(assigned, possible(assigned, channel), role);
        }
        Case drawn = draw(random, channel == Channel.ONLINE ? Case::online : Case::paper);
        return new Plan(drawn, channel, role);
    }

    /** The case of a whole block, or the one its first household is set aside for. */
    private @Nullable Case assigned(int block) {
        if (block >= blocks) {
            return null;
        }
        if (block % stride == 0 && block / stride < CASES.size()) {
            return CASES.get(block / stride);
        }
        int lot = seed.of(Purpose.BLOCK, block).nextInt(ALL);
        for (BlockCase kind : BlockCase.values()) {
            lot -= kind.online();
            if (lot < 0) {
                return kind;
            }
        }
        return null;
    }

    private static Channel possible(Case kind, Channel drawn) {
        if (kind instanceof FilingCase && kind.online() == 0) {
            return Channel.PAPER;
        }
        return kind instanceof FilingCase && kind.paper() == 0 ? Channel.ONLINE : drawn;
    }

    private static Case draw(RandomGenerator random, ToIntFunction<Case> share) {
        int lot = random.nextInt(ALL);
        for (Case kind : CASES) {
            if (!(kind instanceof BlockCase)) {
                lot -= share.applyAsInt(kind);
                if (lot < 0) {
                    return kind;
                }
            }
        }
        return IdentityCase.ORDINARY;
    }
}
