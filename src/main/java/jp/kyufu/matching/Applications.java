package jp.kyufu.matching;

import java.util.Iterator;
import java.util.stream.IntStream;
import jp.kyufu.matching.Linkage.Application;

/** Applications as normalised text, packed: what {@link Linkage} decides. */
public final class Applications implements Iterable<Application> {

    private final PackedFacts packed = new PackedFacts();

    public void add(Application application) {
        String printed = application.printedHousehold();
        packed.add(
                Long.toString(application.id()),
                printed == null ? "" : printed,
                ' ',
                application.facts());
    }

    public int size() {
        return packed.size();
    }

    /** The application at a position, in the order in which they came. */
    public Application get(int position) {
        String printed = packed.second(position);
        return new Application(id(position), printed.isEmpty() ? null : printed, facts(position));
    }

    @Override
    public Iterator<Application> iterator() {
        return IntStream.range(0, size()).mapToObj(this::get).iterator();
    }

    long id(int position) {
        return packed.firstNumber(position);
    }

    Facts facts(int position) {
        return packed.facts(position);
    }

    /** What its keys say; known by its position. */
    Applicant applicant(int position) {
        return packed.applicant(position, position);
    }
}
