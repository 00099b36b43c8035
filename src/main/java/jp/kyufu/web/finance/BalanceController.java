package jp.kyufu.web.finance;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyufu.export.Figures;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.web.DayChart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The trial balance, what was paid per day, the budget by funding source and the subsidy. */
@Controller
@ConditionalOnWebApplication
class BalanceController {

    /** States in which a payment has taken its part of the budget (V110). */
    private static final List<String> SPENT = List.of("IN_FILE", "RELEASED", "ACCEPTED", "SETTLED");

    private static final int DAYS = 60;

    private final KeptFigures figures;

    BalanceController(KeptFigures figures) {
        this.figures = figures;
    }

    /** A rail's budget, what of it is spent and what is planned. */
    public record Rest(Rail rail, long budget, long spent, long planned) {

        public long left() {
            return budget - spent;
        }
    }

    /** The newest days on which something was credited on a rail, drawn and listed. */
    public record PaidDays(Rail rail, DayChart chart, List<Figures.Paid> days) {}

    @GetMapping("/books/balance")
    String balance(Program program, Model model) {
        return figures.trial(program)
                .map(counted -> {
                    KeptFigures.Trial trial = counted.value();
                    model.addAttribute("balance", trial.payments());
                    model.addAttribute("residents", trial.residents());
                    model.addAttribute(
                            "entitled",
                            trial.residents().stream().mapToLong(Figures.Residents::count).sum());
                    model.addAttribute("charts", paidDays(trial.paid()));
                    model.addAttribute("counted", counted);
                    return "finance/balance";
                })
                .orElseGet(() -> counting("balance", model));
    }

    @GetMapping("/books/budget")
    String budget(Program program, Model model) {
        return figures.budget(program)
                .map(counted -> {
                    KeptFigures.Budget budget = counted.value();
                    model.addAttribute("rests", rests(program, budget.payments()));
                    model.addAttribute("sources", program.terms().budget());
                    model.addAttribute("subsidy", budget.subsidy());
                    model.addAttribute("claimable", claimable(budget.subsidy()));
                    model.addAttribute("counted", counted);
                    return "finance/budget";
                })
                .orElseGet(() -> counting("budget", model));
    }

    /** A page that says that its figures are being counted, and asks again. */
    static String counting(String tab, Model model) {
        model.addAttribute("tab", tab);
        return "finance/counting";
    }

    private static List<PaidDays> paidDays(List<Figures.Paid> paid) {
        return Arrays.stream(Rail.values())
                .map(rail -> paid.stream().filter(day -> day.rail() == rail).toList())
                .filter(days -> !days.isEmpty())
                .map(days -> days.subList(Math.max(0, days.size() - DAYS), days.size()))
                .map(days -> new PaidDays(days.getFirst().rail(), chart(days), days))
                .toList();
    }

    private static DayChart chart(List<Figures.Paid> days) {
        TreeMap<LocalDate, Long> sums = new TreeMap<>();
        days.forEach(day -> sums.put(day.day(), day.sum()));
        return DayChart.of(sums);
    }

    private static List<Rest> rests(Program program, List<Figures.Balance> balance) {
        return Arrays.stream(Rail.values())
                .filter(rail -> program.terms().offers(rail))
                .map(rail ->
                        new Rest(
                                rail,
                                program.terms().budget(rail),
                                sum(balance, rail, SPENT),
                                sum(balance, rail, List.of("PLANNED"))))
                .toList();
    }

    private static long sum(List<Figures.Balance> balance, Rail rail, List<String> states) {
        return balance.stream()
                .filter(line -> line.rail() == rail && states.contains(line.state()))
                .mapToLong(Figures.Balance::sum)
                .sum();
    }

    /** Over all years, by source. */
    private static Map<String, Long> claimable(List<Figures.Subsidy> subsidy) {
        return subsidy.stream()
                .filter(share -> share.rail() == Rail.CASH)
                .collect(
                        Collectors.groupingBy(
                                Figures.Subsidy::source,
                                TreeMap::new,
                                Collectors.summingLong(Figures.Subsidy::claimable)));
    }
}
