package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.CopyRow;
import jp.kyufu.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * Households that applied, each with all its applications, which come from the database in any
 * order; an application of nobody stands alone. A household that applied several times waits until
 * the last of its applications is there: nothing need be sorted. In batches worth handing to
 * another thread.
 */
final class HouseholdStream implements Iterator<List<HouseholdStream.Case>> {

    private static final int BATCH = 4_000;

    /** The household of an application that belongs to nobody. */
    static final int NOBODY = -1;

    /**
     * @param household as {@link Members} knows it, or {@link #NOBODY}
     */
    record Case(int household, List<ApplicationRow> applications) {}

    private final Members members;
    private final int[] expected;
    private final CopyCursor applications;
    private final LinkedHashMap<Integer, List<ApplicationRow>> waiting = new LinkedHashMap<>();
    private @Nullable Case next;

    /**
     * @param expected by household, how many applications will come; where fewer do, because it
     *     applied for another program too, it comes last. Is counted down.
     */
    HouseholdStream(Members members, int[] expected, CopyCursor applications) {
        this.members = members;
        this.expected = expected;
        this.applications = applications;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<Case> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        List<Case> batch = new ArrayList<>(BATCH);
        for (; next != null && batch.size() < BATCH; next = read()) {
            batch.add(next);
        }
        return batch;
    }

    private @Nullable Case read() {
        for (CopyRow row = applications.next(); row != null; row = applications.next()) {
            ApplicationRow application = ApplicationRow.of(row);
            if (application.residentNo() == null) {
                return new Case(NOBODY, List.of(application));
            }
            int household = members.householdOf(application.residentNo());
            int missing = --expected[household];
            Check.that(missing >= 0, "more applications than matches, %s", household);
            if (missing > 0) {
                waiting.computeIfAbsent(household, _ -> new ArrayList<>(2)).add(application);
            } else {
                return complete(household, application);
            }
        }
        var last = waiting.pollFirstEntry();
        return last == null ? null : new Case(last.getKey(), last.getValue());
    }

    private Case complete(int household, ApplicationRow application) {
        List<ApplicationRow> earlier = waiting.remove(household);
        if (earlier == null) {
            return new Case(household, List.of(application));
        }
        earlier.add(application);
        return new Case(household, earlier);
    }
}
