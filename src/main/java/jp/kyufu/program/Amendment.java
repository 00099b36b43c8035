package jp.kyufu.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyufu.program.ProgramTerms.BudgetLine;
import jp.kyufu.value.Rail;

/**
 * What an amended program file changes.
 *
 * @param program the program as it stands after the amendment
 * @param differences in the order of the file; empty if the file says nothing new
 */
public record Amendment(Program program, List<Difference> differences) {

    private static final Set<String> FIXED =
            Set.of(
                    "reference_date",
                    "rates",
                    "household_cap",
                    "consignor",
                    "points.currency",
                    "excludes",
                    "continues");

    public Amendment {
        differences = List.copyOf(differences);
    }

    /**
     * One key of the program file whose value differs.
     *
     * @param fixed whether it may no longer change once a payment exists
     */
    public record Difference(String key, String stored, String found, boolean fixed) {}

    /** Whether entitlements must be looked at again, because the reference date is another. */
    public boolean movesReferenceDate() {
        return differences.stream().anyMatch(d -> d.key().equals("reference_date"));
    }

    static List<Difference> differences(ProgramTerms stored, ProgramTerms found) {
        Map<String, String> before = members(stored);
        Map<String, String> after = members(found);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            String was = before.getOrDefault(key, "");
            String is = after.getOrDefault(key, "");
            if (!was.equals(is)) {
                String section = key.substring(0, (key + ".").indexOf('.'));
                boolean fixed = FIXED.contains(key) || FIXED.contains(section);
                differences.add(new Difference(key, was, is, fixed));
            }
        }
        return differences;
    }

    /** Every key of the file with its value as text. */
    private static Map<String, String> members(ProgramTerms terms) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", terms.name());
        all.put("reference_date", terms.referenceDate().toString());
        all.put("window.from", terms.window().from().toString());
        all.put("window.to", terms.window().to().toString());
        all.put("rates.cash", "" + terms.rates().cash());
        all.put("rates.points", "" + terms.rates().points());
        terms.points().ifPresent(points -> all.put("points.currency", points.currency()));
        terms.points().ifPresent(points -> all.put("points.expires", points.expires().toString()));
        all.put("household_cap.cash", cap(terms, Rail.CASH));
        all.put("household_cap.points", cap(terms, Rail.POINTS));
        for (BudgetLine line : terms.budget()) {
            all.put("budget[" + line.source() + "].cash", "" + line.amounts().cash());
            all.put("budget[" + line.source() + "].points", "" + line.amounts().points());
        }
        var consignor = terms.consignor();
        all.put("consignor.code", consignor.code());
        all.put("consignor.name", consignor.name());
        all.put("consignor.bank", consignor.bank().digits());
        all.put("consignor.branch", consignor.branch().digits());
        all.put("consignor.type", "" + consignor.type().code());
        all.put("consignor.account", consignor.account().digits());
        var profile = terms.bankProfile();
        all.put("bank_profile.terminator", profile.terminator().name());
        all.put("bank_profile.clearing_house", profile.clearingHouse());
        all.put("bank_profile.symbols", profile.symbols());
        all.put("bank_profile.records_per_file", "" + profile.recordsPerFile());
        all.put("bank_profile.cut_off", profile.cutOff().toString());
        all.put("bank_profile.earliest_days", "" + profile.earliestDays());
        all.put("bank_profile.latest_days", "" + profile.latestDays());
        all.put("bank_profile.return_days", "" + profile.returnDays());
        all.put("today", terms.today().map(Object::toString).orElse(""));
        all.put("excludes", String.join(", ", terms.excludes()));
        all.put("continues", terms.continues().orElse(""));
        return all;
    }

    private static String cap(ProgramTerms terms, Rail rail) {
        long cap = terms.cap(rail);
        return cap == ProgramTerms.Amounts.UNLIMITED ? "" : "" + cap;
    }
}
