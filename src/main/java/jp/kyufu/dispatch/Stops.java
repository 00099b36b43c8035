package jp.kyufu.dispatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.WholeFile;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stop list between release and the bank's cut-off: payments that should not be made after all,
 * each followed to the bank's answer. Until that comes nothing else moves them (V111).
 */
@Component
public class Stops {

    private final ReleaseStore store;
    private final DispatchStore files;
    private final Schedule schedule;
    private final Destinations destinations;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Stops(
            ReleaseStore store,
            DispatchStore files,
            Schedule schedule,
            Destinations destinations,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.schedule = schedule;
        this.destinations = destinations;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Asks for a payment of a released transfer file not to be made.
     *
     * @param person of the office or finance
     * @return the stop with its deadline
     * @throws Refusal once the bank's cut-off has passed, and for a payment that was not sent to a
     *     bank, has an outcome, or is under a stop already
     */
    public Stop add(long paymentNo, String reason, String person) {
        people.require(person, today(), Role.OFFICE, Role.FINANCE);
        String why = FileActs.given(reason);
        int fileNo =
                store.fileOf(paymentNo)
                        .orElseThrow(() -> new Refusal("dispatch.notStoppable", paymentNo));
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime deadline =
                schedule.cutOff(file(fileNo))
                        .orElseThrow(() -> new Refusal("dispatch.notStoppable", paymentNo));
        if (now.isAfter(deadline)) {
            throw new Refusal("dispatch.stopTooLate", paymentNo, fileNo, Alarms.written(deadline));
        }
        int stopNo =
                act(
                        person,
                        () -> {
                            int number = store.requestStop(paymentNo, now, deadline, person, why);
                            Map<String, ?> detail = Map.of("payment", paymentNo, "reason", why);
                            audit.record(person, "stops.add", "stop " + number, detail);
                            return number;
                        });
        return stop(fileNo, stopNo);
    }

    /** Records that the bank has stopped a payment: it came back, and the office decides. */
    public void confirmed(int stopNo, Evidence evidence, String person) {
        answer(stopNo, true, evidence, person);
    }

    /** Records that the bank will not stop a payment: it goes its way. */
    public void refused(int stopNo, Evidence evidence, String person) {
        answer(stopNo, false, evidence, person);
    }

    /** Refuses a number that is no stop of this program. */
    public void mustBeOf(Program program, int stopNo) {
        if (list(program).stream().noneMatch(stop -> stop.stopNo() == stopNo)) {
            throw new Refusal("dispatch.otherProgramStop", stopNo, program.code());
        }
    }

    /** Refuses a payment that was sent by a file of another program. */
    public void paymentMustBeOf(Program program, long paymentNo) {
        store.fileOf(paymentNo)
                .map(this::file)
                .filter(file -> file.program() != program.id())
                .ifPresent(file -> {
                    throw new Refusal("dispatch.otherProgramPayment", paymentNo, program.code());
                });
    }

    /** Every stop of a program, in order of number. */
    public List<Stop> list(Program program) {
        return store.stops(program);
    }

    /**
     * Writes the stop list of a file for its bank: every payment under a stop that the bank has not
     * answered, with its account. It says on top that it is no order to pay.
     *
     * @param out the file, readable by its owner only
     * @param person of finance; recorded, as the list shows accounts
     */
    public void print(int fileNo, Path out, String person) {
        String text = text(fileNo, person);
        Path whole = out.toAbsolutePath();
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            WholeFile.write(whole, to -> to.write(bytes));
        } catch (IOException e) {
            throw new Refusal("dispatch.outUnusable", whole);
        }
    }

    /** The same list as text. */
    public String text(int fileNo, String person) {
        people.require(person, today(), Role.FINANCE);
        DispatchFile file = file(fileNo);
        List<Item> items =
                store.stopped(fileNo).stream()
                        .flatMap(s -> destinations.open(s.rail(), List.of(s.payment())).stream())
                        .toList();
        if (items.isEmpty()) {
            throw new Refusal("dispatch.noStop", fileNo);
        }
        Program program = Check.present(schedule.programs().get(file.program()));
        String text = StopList.text(file, program, schedule.cutOff(file).orElseThrow(), items);
        transaction.executeWithoutResult(_ ->
                FileActs.record(audit, "stops.print", file, person, items.size() + " payments"));
        return text;
    }

    private void answer(int stopNo, boolean confirmed, Evidence evidence, String person) {
        people.require(person, today(), Role.FINANCE);
        Evidence checked = evidence.checked(today());
        act(
                person,
                () -> {
                    store.answerStop(stopNo, confirmed, today(), person, checked);
                    audit.record(
                            person,
                            confirmed ? "stops.confirm" : "stops.refuse",
                            "stop " + stopNo,
                            Map.of(
                                    "document", checked.document(),
                                    "told_by", checked.toldBy(),
                                    "dated", checked.dated().toString()));
                    return stopNo;
                });
    }

    private int act(String person, Supplier<Integer> act) {
        try {
            return Check.present(transaction.execute(_ -> act.get()));
        } catch (DataAccessException e) {
            throw LedgerRefusals.of(e, person);
        }
    }

    private Stop stop(int fileNo, int stopNo) {
        return store.stops(fileNo).stream()
                .filter(stop -> stop.stopNo() == stopNo)
                .findFirst()
                .orElseThrow();
    }

    private DispatchFile file(int fileNo) {
        List<DispatchFile> found = files.files(new int[] {fileNo});
        if (found.isEmpty()) {
            throw new Refusal("dispatch.unknownFile", fileNo);
        }
        return found.getFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
