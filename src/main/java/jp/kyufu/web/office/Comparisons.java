package jp.kyufu.web.office;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.assessment.Review.Resident;
import jp.kyufu.matching.Explanation;
import jp.kyufu.matching.Explanation.Person;
import jp.kyufu.matching.Explanation.Text;
import org.jspecify.annotations.Nullable;

/** An applicant beside each resident who may be the one, and two residents beside each other. */
final class Comparisons {

    private Comparisons() {}

    /**
     * One fact on both sides.
     *
     * @param fact its word is {@code web.office.fact.<fact>}
     * @param sides null where it is not shown
     */
    public record Row(String fact, @Nullable Marked sides) {}

    /** A candidate with what agrees and what it weighs. */
    public record Shown(
            Explanation.Candidate candidate, String weight, List<Row> rows, Waterfall waterfall) {}

    static List<Shown> of(Explanation explanation) {
        return explanation.candidates().stream()
                .map(one ->
                        new Shown(
                                one,
                                Waterfall.bits(one.weight()),
                                rows(explanation.applicant(), one.person()),
                                Waterfall.of(explanation.prior(), one)))
                .toList();
    }

    private static List<Row> rows(Person applicant, Person resident) {
        return List.of(
                row("NAME", applicant.name(), resident.name()),
                row("KANA", applicant.kana(), resident.kana()),
                row("BIRTH", applicant.birth(), resident.birth()),
                row("ADDRESS", applicant.address(), resident.address()));
    }

    private static Row row(String fact, @Nullable Text left, @Nullable Text right) {
        if (left == null || right == null) {
            return new Row(fact, null);
        }
        return new Row(
                fact,
                left.compared().equals(right.compared())
                        ? Marked.same(left.written(), right.written())
                        : Marked.of(left.written(), right.written()));
    }

    /** Two numbers of the register that may be one person. */
    static List<Row> of(Resident one, Resident other) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("NAME", Marked.of(one.name(), other.name())));
        rows.add(new Row("KANA", Marked.of(one.kana(), other.kana())));
        rows.add(new Row("BIRTH", Marked.of(text(one.birth()), text(other.birth()))));
        rows.add(new Row("SEX", Marked.of(one.sex(), other.sex())));
        rows.add(new Row("ADDRESS", Marked.of(one.address(), other.address())));
        rows.add(new Row("HOUSEHOLD", Marked.of(one.householdNo(), other.householdNo())));
        rows.add(new Row("SINCE", Marked.of(text(one.since()), text(other.since()))));
        rows.add(new Row("LEFT", Marked.of(text(one.leftOn()), text(other.leftOn()))));
        return rows;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
