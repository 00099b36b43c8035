package jp.kyufu.city;

import java.util.Arrays;
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

    /**
     * @param role the household's place in its block, 0 to 3; of use where a case takes several
     */
    record Plan(Case kind, Channel channel, int role) {}

    private final Seed seed;
    private final int blocks;
    private final int stride;
    private final List<Case> cases;
    private final List<Case> blockCases;
    private final int[] online;
    private final int[] paper;

    /** A plan of an ordinary city. */
    CasePlan(Seed seed, int households) {
        this(seed, households, Case.all());
    }

    /**
     * @param cases those that occur, each at least once where there is room
     */
    CasePlan(Seed seed, int households, List<Case> cases) {
        this.seed = seed;
        this.blocks = households / BLOCK;
        this.stride = Math.max(1, blocks / cases.size());
        this.cases = cases;
        this.blockCases = cases.stream().filter(kind -> kind.homes() > 1).toList();
        this.online = bounds(cases, Case::online);
        this.paper = bounds(cases, Case::paper);
    }

    Plan of(int index) {
        int block = index / BLOCK;
        int role = index % BLOCK;
        RandomGenerator random = seed.of(Purpose.PLAN, index);
        Channel channel = Channel.draw(random);
        Case assigned = assigned(block);
        if (assigned != null && role < assigned.homes()) {
            return new Plan(assigned, possible(assigned, channel), role);
        }
        Case drawn = draw(random.nextInt(ALL), channel == Channel.ONLINE ? online : paper);
        return new Plan(drawn, channel, role);
    }

    /** The case of a whole block, or the one its first household is set aside for. */
    private @Nullable Case assigned(int block) {
        if (block >= blocks) {
            return null;
        }
        if (block % stride == 0 && block / stride < cases.size()) {
            return cases.get(block / stride);
        }
        int lot = seed.of(Purpose.BLOCK, block).nextInt(ALL);
        for (Case kind : blockCases) {
            lot -= kind.online();
            if (lot < 0) {
                return kind;
            }
        }
        return null;
    }

    private static Channel possible(Case kind, Channel drawn) {
        if (!(kind instanceof FilingCase)) {
            return drawn;
        }
        return kind.online() == 0 ? Channel.PAPER : kind.paper() == 0 ? Channel.ONLINE : drawn;
    }

    private Case draw(int lot, int[] bounds) {
        int place = Arrays.binarySearch(bounds, lot);
        int index = place >= 0 ? place + 1 : -place - 1;
        // Two equal bounds: a case between them has no share.
        while (index < bounds.length && bounds[index] <= lot) {
            index++;
        }
        return index < bounds.length ? cases.get(index) : IdentityCase.ORDINARY;
    }

    /** The lots up to which each case reaches; a case of blocks has no share here. */
    private static int[] bounds(List<Case> cases, ToIntFunction<Case> share) {
        int[] bounds = new int[cases.size()];
        int sum = 0;
        for (int i = 0; i < bounds.length; i++) {
            Case kind = cases.get(i);
            sum += kind.homes() > 1 ? 0 : share.applyAsInt(kind);
            bounds[i] = sum;
        }
        return bounds;
    }
}
