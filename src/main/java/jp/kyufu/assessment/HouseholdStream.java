package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.CopyRow;
import jp.kyufu.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * Households that applied, each with its members and applications, merged from two streams in the
 * order of household numbers; then the applications of nobody. In batches worth handing to another
 * thread; holds one batch in memory.
 */
final class HouseholdStream implements Iterator<List<HouseholdStream.Case>> {

    private static final int BATCH = 4_000;

    /**
     * @param householdNo null for an application of nobody, which then stands alone
     */
    record Case(
            @Nullable String householdNo,
            List<Member> members,
            List<ApplicationRow> applications) {}

    private final CopyCursor members;
    private final CopyCursor applications;
    private @Nullable ApplicationRow next;
    private @Nullable CopyRow member;

    HouseholdStream(CopyCursor members, CopyCursor applications) {
        this.members = members;
        this.applications = applications;
        advance();
        member = members.next();
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
        while (next != null && batch.size() < BATCH) {
            batch.add(oneCase(next));
        }
        return batch;
    }

    private Case oneCase(ApplicationRow first) {
        String household = first.householdNo();
        advance();
        if (household == null) {
            return new Case(null, List.of(), List.of(first));
        }
        List<ApplicationRow> rows = new ArrayList<>(1);
        rows.add(first);
        while (next != null && household.equals(next.householdNo())) {
            rows.add(next);
            advance();
        }
        List<Member> found = members(household);
        Check.that(!found.isEmpty(), "household %s has no members", household);
        return new Case(household, found, rows);
    }

    private List<Member> members(String household) {
        List<Member> found = new ArrayList<>(4);
        while (member != null) {
            int order = member.text(0).compareTo(household);
            if (order > 0) {
                break;
            }
            if (order == 0) {
                found.add(member(member));
            }
            member = members.next();
        }
        return found;
    }

    private static Member member(CopyRow row) {
        return new Member(
                row.text(1),
                row.text(2),
                row.text(3),
                row.date(4),
                row.bool(5),
                row.date(6),
                row.bool(7),
                row.bool(8));
    }

    private void advance() {
        CopyRow row = applications.next();
        next = row == null ? null : ApplicationRow.of(Objects.requireNonNull(row));
    }
}
