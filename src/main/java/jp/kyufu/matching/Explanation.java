package jp.kyufu.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an application is whose it is: what was decided, and the weights of the best candidates, fact
 * by fact, with both sides as written and as compared.
 *
 * @param decided as the last run stored it
 * @param pass the step that decides it now, with register and model as they are: a method, or the
 *     code for which it is open
 * @param prior bits that a register of this size takes from everybody: one of so many
 * @param candidates best first
 */
public record Explanation(
        String receiptNo,
        String model,
        Decided decided,
        String pass,
        double prior,
        Model.Thresholds thresholds,
        Person applicant,
        List<Candidate> candidates) {

    /** The same without any address that may tell where a protected person lives. */
    Explanation masked() {
        boolean about =
                candidates.stream()
                        .anyMatch(one -> one.guarded() && one.weight() >= thresholds.review());
        return new Explanation(
                receiptNo,
                model,
                decided,
                pass,
                prior,
                thresholds,
                about ? applicant.withoutAddress() : applicant,
                candidates.stream().map(Candidate::masked).toList());
    }

    /** The row of an application; method or code is null, all is before the first run. */
    public record Decided(
            @Nullable String method,
            @Nullable String residentNo,
            @Nullable String householdNo,
            @Nullable String code,
            @Nullable Float weight,
            @Nullable Float gap,
            @Nullable String pattern,
            @Nullable String model) {}

    /**
     * One side.
     *
     * @param address null where the address is not to be shown
     */
    public record Person(Text name, Text kana, Text birth, @Nullable Text address) {

        Person withoutAddress() {
            return new Person(name, kana, birth, null);
        }
    }

    /** A fact as written, and as it is compared. */
    public record Text(String written, String compared) {}

    /**
     * A resident beside the applicant.
     *
     * @param guarded whether he or she is protected; never told to who has no right to know
     */
    public record Candidate(
            String residentNo,
            String householdNo,
            double weight,
            Person person,
            boolean guarded,
            List<Step> steps) {

        Candidate masked() {
            return guarded
                    ? new Candidate(
                            residentNo, householdNo, weight, person.withoutAddress(), false, steps)
                    : this;
        }
    }

    /** What one fact says. */
    public record Step(Fact fact, String level, double bits) {}
}
