package jp.kyufu.matching;

import java.util.Iterator;
import java.util.stream.IntStream;
import jp.kyufu.matching.Linkage.Resident;

/**
 * A register as normalised text, packed: what {@link Linkage} is built over. A sixth of the memory
 * of as many {@link Resident}s.
 */
public final class Residents implements Iterable<Resident> {

    static final int GUARDED = 1;
    static final int LEFT = 2;

    private final PackedFacts packed = new PackedFacts();
    private final Positions renamed = new Positions();

    /** Takes a resident; once each, in any order. */
    public void add(Resident resident) {
        if (!resident.facts().others().isEmpty()) {
            renamed.add(size());
        }
        int mark = (resident.guarded() ? GUARDED : 0) | (resident.left() ? LEFT : 0);
        packed.add(resident.residentNo(), resident.householdNo(), (char) mark, resident.facts());
    }

    public int size() {
        return packed.size();
    }

    /** The resident at a position, in the order in which they came. */
    public Resident get(int position) {
        int mark = packed.mark(position);
        return new Resident(
                packed.first(position),
                packed.second(position),
                (mark & GUARDED) != 0,
                (mark & LEFT) != 0,
                packed.facts(position));
    }

    @Override
    public Iterator<Resident> iterator() {
        return IntStream.range(0, size()).mapToObj(this::get).iterator();
    }

    Facts facts(int position) {
        return packed.facts(position);
    }

    /** The keys of all, made on all cores. */
    RegisterKeys keys() {
        RegisterKeys.Builder keys = RegisterKeys.Builder.of(size(), packed::resident);
        for (int i : renamed.toArray()) {
            for (Facts.OtherName other : packed.facts(i).others()) {
                keys.addOtherName(i, other.nameKey(), other.kanaKey());
            }
        }
        return keys.build();
    }
}
