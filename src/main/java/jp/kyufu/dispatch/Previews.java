package jp.kyufu.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import jp.kyufu.access.People;
import jp.kyufu.bank.BankBranch;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.bank.BankMasterStore;
import jp.kyufu.dispatch.DispatchStore.Sealed;
import jp.kyufu.dispatch.Preview.Total;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.program.PayDates;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what a build would take, without building: the same payments, gate and branches. Accounts
 * are opened on all cores, so a city takes seconds.
 */
@Component
public class Previews {

    private final DispatchStore store;
    private final Destinations destinations;
    private final BankMasterStore banks;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Previews(
            DispatchStore store,
            Destinations destinations,
            BankMasterStore banks,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.destinations = destinations;
        this.banks = banks;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * What a build would take now.
     *
     * @param payDate empty: the first day that is still feasible
     * @param rail empty: both
     * @param person of the office
     * @param progress told of payments as they are counted
     * @throws jp.kyufu.value.Refusal for a pay date that is not feasible
     */
    public Preview of(
            Program program,
            Optional<LocalDate> payDate,
            Optional<Rail> rail,
            String person,
            LongConsumer progress) {
        LocalDateTime now = LocalDateTime.now(clock);
        people.require(person, now.toLocalDate(), Role.OFFICE);
        payDate.ifPresent(day -> PayDates.check(day, now, program.bankProfile()));
        LocalDate day = payDate.orElseGet(() -> PayDates.first(now, program.bankProfile()));
        Count count = new Count(banks.latest(), day);
        List<Preview.Held> held =
                transaction.execute(_ -> {
                    store.planned(
                            program,
                            rail,
                            () -> store.held(program),
                            (payments, stopped) ->
                                    OrderedFlow.run(
                                            payments,
                                            piece -> open(piece, stopped),
                                            opened -> {
                                                count.add(opened);
                                                progress.accept(opened.items().size());
                                            }));
                    return store.heldByCode(program);
                });
        return new Preview(
                now,
                day,
                rail,
                count.totals(),
                held.stream().filter(one -> rail.map(one.rail()::equals).orElse(true)).toList());
    }

    private record Opened(Rail rail, List<Item> items) {}

    private Opened open(List<Sealed> payments, Set<Long> stopped) {
        Rail rail = Rail.valueOf(payments.getFirst().group());
        return new Opened(
                rail,
                destinations.open(
                        rail,
                        payments.stream()
                                .filter(one -> !stopped.contains(one.paymentNo()))
                                .toList()));
    }

    /** Sums by rail and bank. */
    private static final class Count {

        private final BankMaster master;
        private final LocalDate day;
        private final Map<String, long[]> byBank = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<Boolean, long[]> points = new HashMap<>();

        Count(BankMaster master, LocalDate day) {
            this.master = master;
            this.day = day;
            for (BankBranch branch : master.branches()) {
                names.putIfAbsent(branch.bank().toString(), branch.bankName());
            }
        }

        void add(Opened opened) {
            for (Item item : opened.items()) {
                switch (item.destination()) {
                    case Destination.Account(var account) -> {
                        boolean reachable = master.check(account, day).isEmpty();
                        add(
                                byBank.computeIfAbsent(account.bank().toString(), _ -> new long[3]),
                                item,
                                reachable);
                    }
                    case Destination.Wallet _ -> add(points(false), item, true);
                    case Destination.Code _ -> add(points(true), item, true);
                }
            }
        }

        private long[] points(boolean code) {
            return points.computeIfAbsent(code, _ -> new long[3]);
        }

        private static void add(long[] sums, Item item, boolean reachable) {
            if (reachable) {
                sums[0]++;
                sums[1] += item.amount();
            } else {
                sums[2]++;
            }
        }

        List<Total> totals() {
            List<Total> totals = new ArrayList<>();
            byBank.forEach((bank, sums) ->
                    totals.add(total(Rail.CASH, bank, names.getOrDefault(bank, ""), sums)));
            points.forEach((code, sums) ->
                    totals.add(total(Rail.POINTS, code ? "CODE" : "WALLET", "", sums)));
            totals.sort(
                    Comparator.comparing(Total::rail)
                            .thenComparing(Comparator.comparingLong(Total::amount).reversed())
                            .thenComparing(Total::to));
            return totals;
        }

        private static Total total(Rail rail, String to, String name, long[] sums) {
            return new Total(rail, to, name, sums[0], sums[1], sums[2]);
        }
    }
}
