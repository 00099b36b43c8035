package jp.kyufu.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.bank.BankMasterStore;
import jp.kyufu.program.PayDates;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes transfer and point files of everything that may be paid now. */
@Component
public class FileBuild {

    private final DispatchStore store;
    private final Destinations destinations;
    private final Keys keys;
    private final BankMasterStore banks;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileBuild(
            DispatchStore store,
            Destinations destinations,
            Keys keys,
            BankMasterStore banks,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.destinations = destinations;
        this.keys = keys;
        this.banks = banks;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What came in since the last assessment, so that nothing may be built: names of kinds of
     * uploads, BANK_MASTER, NEVER_ASSESSED; empty where the view is current.
     */
    public List<String> unassessed(Program program) {
        return store.stale(program);
    }

    /**
     * Makes the files of all payments that the gate lets through, in one transaction: killed
     * anywhere, nothing was made, and the next run makes the same bytes. Two builders at once wait
     * for each other and never take the same payment.
     *
     * @param payDate of the transfer files; empty: the first day that is still feasible
     * @param rail empty: both
     * @param person of the office
     * @return the files in order of number; none where nothing is payable
     * @throws Refusal while something was not assessed, for a pay date that is not feasible, beyond
     *     the budget, or for an amount that is not what the register gives
     */
    public List<DispatchFile> build(
            Program program, Optional<LocalDate> payDate, Optional<Rail> rail, String person) {
        LocalDateTime now = LocalDateTime.now(clock);
        people.require(person, now.toLocalDate(), Role.OFFICE);
        payDate.ifPresent(day -> PayDates.check(day, now, program.bankProfile()));
        try {
            return Check.present(
                    transaction.execute(_ -> buildAll(program, payDate, rail, person, now)));
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person);
        }
    }

    private List<DispatchFile> buildAll(
            Program program,
            Optional<LocalDate> payDate,
            Optional<Rail> only,
            String person,
            LocalDateTime now) {
        int nextFileNo = store.nextFileNo();
        List<String> stale = store.stale(program);
        if (!stale.isEmpty()) {
            throw LedgerRefusals.stale(stale);
        }
        List<Integer> made = new ArrayList<>();
        Building.Order order = new Building.Order(program, payDate, now, person);
        store.planned(
                program,
                only,
                () -> store.held(program),
                (payments, held) ->
                        made.addAll(
                                new Building(
                                                store,
                                                destinations,
                                                keys,
                                                banks,
                                                order,
                                                held,
                                                nextFileNo)
                                        .run(payments)));
        store.take(program, now.toLocalDate(), person);
        List<DispatchFile> files = store.files(made.stream().mapToInt(Integer::intValue).toArray());
        files.forEach(file -> FileActs.record(audit, "files.build", file, person, ""));
        return files;
    }
}
