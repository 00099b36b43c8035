package jp.kyufu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kyufu.city.CityPeople;
import jp.kyufu.matching.Decision;
import jp.kyufu.matching.Linkage;
import jp.kyufu.matching.Model;
import jp.kyufu.value.ReasonCode;

/** How well matching finds the people of a generated city, by class of difficulty. No database. */
public final class QualityRun {

    private static final int EXAMPLES = 40;

    private final Map<String, int[]> classes = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private final Map<String, String> twins = new HashMap<>();

    private QualityRun() {}

    /** What can become of an application, against the truth about it. */
    private enum Found {
        /** Matched without a person, to the resident who wrote. */
        RIGHT,
        /** Matched without a person, to somebody else: must not happen. */
        WRONG,
        /** Held for a person, the right resident among those shown. */
        REVIEW,
        /** Held for a person who is not shown the right resident. */
        REVIEW_WITHOUT,
        UNMATCHED
    }

    /**
     * One class of difficulty; {@code class} of the truth.
     *
     * @param residents applications of residents; the others are of nobody in the register
     */
    public record ClassFigures(
            String name,
            int applications,
            int residents,
            int right,
            int wrong,
            int review,
            int reviewWithout,
            int unmatched) {}

    /**
     * The figures of a city.
     *
     * @param automaticPrecision of the matches made without a person, those that are right
     * @param overallRecall of the applications of residents, those matched right or held with the
     *     right resident among those shown
     * @param reviewShare of the applications of residents, those held for a person
     * @param examples applications matched wrong or without the right resident, a few
     */
    public record Figures(
            String model,
            int residents,
            int applications,
            int ofResidents,
            int automatic,
            double automaticPrecision,
            double overallRecall,
            double reviewShare,
            List<ClassFigures> classes,
            List<String> examples) {}

    /** Matches a city's applications and compares with its truth. */
    public static Figures run(Path city, Model model) {
        QualityRun run = new QualityRun();
        CityPeople.duplicates(city)
                .forEach(pair -> {
                    run.twins.put(pair.get(0), pair.get(1));
                    run.twins.put(pair.get(1), pair.get(0));
                });
        LinkageCity records = LinkageCity.read(city);
        Linkage linkage = Linkage.over(records.residents(), model);
        linkage.decide(
                records.applications(),
                decisions -> decisions.forEach(one -> run.count(one, records)));
        return run.figures(records, model);
    }

    private void count(Decision decision, LinkageCity records) {
        CityPeople.Applicant truth = records.truth().get((int) decision.id());
        Found found = found(decision, truth);
        boolean resident = !truth.resident().isEmpty();
        int[] counts = classes.computeIfAbsent(truth.kind(), _ -> new int[7]);
        counts[0]++;
        counts[1] += resident ? 1 : 0;
        counts[2 + found.ordinal()]++;
        boolean lost = resident && (found == Found.REVIEW_WITHOUT || found == Found.UNMATCHED);
        if (found == Found.WRONG || lost) {
            example(found, decision, truth);
        }
    }

    private Found found(Decision decision, CityPeople.Applicant truth) {
        Set<String> right = new HashSet<>(Set.of(truth.resident()));
        // Who stands in the register twice is found under either number.
        String other = twins.get(truth.resident());
        if (other != null) {
            right.add(other);
        }
        String resident = decision.residentNo();
        if (resident != null) {
            return right.contains(resident) ? Found.RIGHT : Found.WRONG;
        }
        if (decision.code() == ReasonCode.NOT_IN_REGISTER) {
            return Found.UNMATCHED;
        }
        boolean shown = decision.candidates().stream().anyMatch(right::contains);
        return shown ? Found.REVIEW : Found.REVIEW_WITHOUT;
    }

    private void example(Found found, Decision decision, CityPeople.Applicant truth) {
        if (examples.size() < EXAMPLES) {
            examples.add(
                    "%s %s %s: %s, found %s %s %s"
                            .formatted(
                                    found,
                                    truth.kind(),
                                    truth.receipt(),
                                    truth.resident(),
                                    decision.method(),
                                    decision.residentNo(),
                                    decision.pattern()));
        }
    }

    private Figures figures(LinkageCity records, Model model) {
        List<ClassFigures> rows = new ArrayList<>();
        int[] sum = new int[7];
        int found = 0;
        int held = 0;
        for (Map.Entry<String, int[]> one : classes.entrySet()) {
            int[] n = one.getValue();
            rows.add(new ClassFigures(one.getKey(), n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
            for (int i = 0; i < n.length; i++) {
                sum[i] += n[i];
            }
            found += n[1] == 0 ? 0 : n[2] + n[4];
            held += n[1] == 0 ? 0 : n[4] + n[5];
        }
        return new Figures(
                model.version(),
                records.residents().size(),
                sum[0],
                sum[1],
                sum[2] + sum[3],
                share(sum[2], sum[2] + sum[3]),
                share(found, sum[1]),
                share(held, sum[1]),
                rows,
                examples);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
