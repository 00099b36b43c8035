package jp.kyufu.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;

/**
 * What design §3 and file contract §9 say of a village's money, in a few maps: who is owed what,
 * which acts are allowed to whom, and what they change. Knows nothing of how Kyufu does it. Every
 * method says whether the act is allowed, and does it in the model if it is.
 */
final class Model {

    final Map<String, Set<Role>> people = new LinkedHashMap<>();
    final Map<String, Owed.Application> applications = new TreeMap<>();
    final TreeMap<Long, Owed.Payment> payments = new TreeMap<>();
    final TreeMap<Integer, Owed.BankFile> files = new TreeMap<>();

    /** Residents entitled as the newest register says, and as the last assessment saw it. */
    final Set<String> entitled = new TreeSet<>();

    /** What happens once money or points have left. */
    final ModelAfterPayment paid = new ModelAfterPayment(this);

    /** What the office hears beside the applications. */
    final ModelOffice office = new ModelOffice(this);

    /** What holds released files and their payments. */
    final ModelAfterRelease released = new ModelAfterRelease(this);

    private final Set<String> assessed = new TreeSet<>();
    private final Set<Integer> touched = new HashSet<>();
    private final int recordsPerFile;
    private boolean stale = true;

    Model(int recordsPerFile) {
        this.recordsPerFile = recordsPerFile;
    }

    /** The program is open: who is entitled is known before anything is assessed. */
    void open(Set<String> residents) {
        entitled.addAll(residents);
        assessed.addAll(residents);
    }

    void apply(List<Owed.Application> fresh) {
        fresh.forEach(application -> applications.put(application.receipt, application));
        stale = true;
    }

    /**
     * A newer extract.
     *
     * @param changed the household of which it says something new
     * @param lost who proves not entitled
     */
    void register(Optional<Integer> changed, Optional<String> lost) {
        changed.ifPresent(touched::add);
        lost.ifPresent(entitled::remove);
        stale = true;
    }

    void assess() {
        stale = false;
        touched.clear();
        assessed.clear();
        assessed.addAll(entitled);
        for (int household : households()) {
            Owed.Application standing = standing(household);
            office.assess(household, standing, wasSent(standing));
        }
        List<Owed.Application> unpaid = new ArrayList<>();
        List<Owed.Payment> unwanted =
                payments.values().stream()
                        .filter(p -> p.state == PaymentState.PLANNED && !isWanted(p))
                        .toList();
        unwanted.forEach(p -> p.state = PaymentState.CANCELLED);
        for (int household : households()) {
            Owed.Application standing = standing(household);
            payments.values().stream()
                    .filter(p -> p.application.household == household)
                    .filter(p -> p.state == PaymentState.CANCELLED)
                    .forEach(p -> p.open = waits(p, standing));
            if (!standing.nobodyClaims
                    && payments.values().stream().noneMatch(p -> p.application == standing)) {
                unpaid.add(standing);
            }
        }
        paid.follow(assessed);
        unpaid.sort(FIRST_COME);
        unpaid.forEach(a -> plan(a, members(a), Village.rail(a.household), 1, 0));
    }

    /** A planned payment follows its decision. */
    private boolean isWanted(Owed.Payment payment) {
        return payment.application == standing(payment.application.household)
                && payment.residents.equals(due(payment));
    }

    /** What was cancelled waits for a person, unless it is a difference or was tried again. */
    private boolean waits(Owed.Payment payment, Owed.Application standing) {
        return payment.application == standing
                && payment.correction == 0
                && !standing.nobodyClaims
                && payments.values().stream().noneMatch(payment::isFollowedBy);
    }

    private static final Comparator<Owed.Application> FIRST_COME =
            Comparator.<Owed.Application, String>comparing(a -> a.received)
                    .thenComparing(a -> a.receipt);

    private Set<Integer> households() {
        Set<Integer> households = new TreeSet<>();
        applications.values().forEach(application -> households.add(application.household));
        return households;
    }

    /** One whose payment is in a file or beyond for good, else the earliest. */
    private Owed.Application standing(int household) {
        List<Owed.Application> mine =
                applications.values().stream()
                        .filter(a -> a.household == household)
                        .sorted(FIRST_COME)
                        .toList();
        return mine.stream().filter(this::wasSent).findFirst().orElse(mine.getFirst());
    }

    private boolean wasSent(Owed.Application application) {
        return payments.values().stream()
                .anyMatch(p ->
                        p.application == application
                                && p.state != PaymentState.PLANNED
                                && p.state != PaymentState.CANCELLED);
    }

    /**
     * Whom a payment is for as things stand: nobody who is paid by a difference, or those alone.
     */
    Set<String> due(Owed.Payment payment) {
        Set<String> due = members(payment.application);
        if (payment.correction > 0) {
            due.retainAll(payment.residents);
        } else {
            payments.values().stream()
                    .filter(p -> p.correction > 0 && p.live())
                    .forEach(p -> due.removeAll(p.residents));
        }
        return due;
    }

    /** As the last assessment saw it. */
    boolean isEntitled(String resident) {
        return assessed.contains(resident);
    }

    Set<String> members(Owed.Application application) {
        Set<String> members = new TreeSet<>();
        for (String resident : assessed) {
            if (Village.householdOf(resident) == application.household) {
                members.add(resident);
            }
        }
        members.removeAll(application.declined);
        members.removeAll(office.declining());
        return members;
    }

    Owed.Payment plan(
            Owed.Application application,
            Set<String> residents,
            Rail rail,
            int attempt,
            int correction) {
        long number = payments.isEmpty() ? 1 : payments.lastKey() + 1;
        Owed.Payment payment =
                new Owed.Payment(number, application, residents, rail, attempt, correction);
        payments.put(number, payment);
        return payment;
    }

    boolean build(String person, Optional<Rail> only) {
        List<Owed.Payment> all =
                payments.values().stream()
                        .filter(p -> p.state == PaymentState.PLANNED && !blocked(p))
                        .filter(p -> only.isEmpty() || only.get() == p.rail)
                        .toList();
        // What a correction has made wrong since keeps everything back until it is assessed.
        if (!has(person, Role.OFFICE)
                || stale
                || all.stream().anyMatch(p -> !p.residents.equals(due(p)))) {
            return false;
        }
        for (Rail rail : Rail.values()) {
            List<Owed.Payment> payable = all.stream().filter(p -> p.rail == rail).toList();
            for (int from = 0; from < payable.size(); from += recordsPerFile) {
                int to = Math.min(payable.size(), from + recordsPerFile);
                int number = files.isEmpty() ? 1 : files.lastKey() + 1;
                List<Owed.Payment> cut = payable.subList(from, to);
                files.put(number, new Owed.BankFile(number, cut, person));
                cut.forEach(p -> p.state = PaymentState.IN_FILE);
            }
        }
        return true;
    }

    /** By the gate: the register has changed, a share is lost, or a person must look first. */
    private boolean blocked(Owed.Payment payment) {
        return touched.contains(payment.application.household)
                || !assessed.containsAll(payment.residents)
                || payment.application.unexplained > 0
                || payments.values().stream()
                        .filter(p -> p.application == payment.application)
                        .anyMatch(p -> p.open && p.state == PaymentState.CANCELLED);
    }

    boolean submit(Set<Integer> numbers, String person) {
        return act(numbers, person, EnumSet.of(FileState.DRAFT), Role.OFFICE)
                && free(numbers)
                && move(numbers, FileState.SUBMITTED, file -> file.makers.add(person));
    }

    boolean approve(Set<Integer> numbers, String person) {
        return act(numbers, person, EnumSet.of(FileState.SUBMITTED), Role.APPROVER)
                && free(numbers)
                && impartial(numbers, person)
                && move(numbers, FileState.APPROVED, file -> file.approver = person);
    }

    boolean release(Set<Integer> numbers, String person) {
        if (!act(numbers, person, EnumSet.of(FileState.APPROVED), Role.FINANCE)
                || !free(numbers)
                || !impartial(numbers, person)
                || some(numbers).stream().anyMatch(file -> file.approver.equals(person))) {
            return false;
        }
        each(numbers, p -> p.state = PaymentState.RELEASED);
        return move(numbers, FileState.RELEASED, file -> file.copies = 1);
    }

    /** Rejected or withdrawn: the payments are planned again. */
    boolean close(Set<Integer> numbers, String person, String reason, FileState into) {
        Role[] roles =
                into == FileState.REJECTED
                        ? new Role[] {Role.APPROVER}
                        : new Role[] {Role.OFFICE, Role.FINANCE, Role.APPROVER};
        if (reason.isBlank() || !act(numbers, person, BEFORE_RELEASE, roles)) {
            return false;
        }
        each(numbers, p -> p.state = PaymentState.PLANNED);
        return move(numbers, into, file -> {});
    }

    private static final Set<FileState> BEFORE_RELEASE =
            EnumSet.of(FileState.DRAFT, FileState.SUBMITTED, FileState.APPROVED);

    boolean isReleased(int number) {
        return files.containsKey(number) && files.get(number).state == FileState.RELEASED;
    }

    /** One copy beside the one the release wrote; a further one takes two people. */
    boolean download(int number, String person) {
        Owed.BankFile file = files.get(number);
        boolean allowed =
                has(person, Role.FINANCE)
                        && file != null
                        && file.state == FileState.RELEASED
                        && !file.doubted
                        && file.copies < 2;
        if (allowed) {
            file.copies++;
        }
        return allowed;
    }

    boolean accepted(int number, String person, String evidence) {
        if (evidence.isBlank()
                || !act(Set.of(number), person, EnumSet.of(FileState.RELEASED), Role.FINANCE)
                || released.holdsReleased(files.get(number))) {
            return false;
        }
        accept(some(Set.of(number)).getFirst());
        return true;
    }

    static void accept(Owed.BankFile file) {
        file.state = FileState.ACCEPTED;
        file.payments.stream()
                .filter(p -> p.state == PaymentState.RELEASED)
                .forEach(p -> p.state = PaymentState.ACCEPTED);
    }

    /** A day is closed once, in order, never ahead, and not over anything unexplained. */
    boolean close(LocalDate day, LocalDate today, String person) {
        boolean allowed =
                has(person, Role.FINANCE)
                        && !day.isAfter(today)
                        && day.isAfter(closed)
                        && !isUnexplained();
        if (allowed) {
            closed = day;
            files.values().forEach(ModelAfterPayment::settleIfDone);
        }
        return allowed;
    }

    private LocalDate closed = LocalDate.MIN;

    boolean isUnexplained() {
        return applications.values().stream().anyMatch(a -> a.unexplained + a.contradicted > 0);
    }

    /** Whether a file has nothing outstanding any more and nobody has said so. */
    boolean isAnyFinished() {
        return files.values().stream().anyMatch(ModelAfterPayment::isFinished);
    }

    boolean has(String person, Role... roles) {
        Set<Role> known = people.getOrDefault(person, Set.of());
        return List.of(roles).stream().anyMatch(known::contains);
    }

    boolean act(Set<Integer> numbers, String person, Set<FileState> from, Role... roles) {
        return has(person, roles)
                && !numbers.isEmpty()
                && files.keySet().containsAll(numbers)
                && some(numbers).stream().allMatch(file -> from.contains(file.state));
    }

    private boolean free(Set<Integer> numbers) {
        return some(numbers).stream().flatMap(f -> f.payments.stream()).noneMatch(this::blocked);
    }

    /** Three people, and none who has decided about one of the payments. */
    private boolean impartial(Set<Integer> numbers, String person) {
        return some(numbers).stream()
                .allMatch(file ->
                        !file.makers.contains(person)
                                && file.payments.stream()
                                        .noneMatch(p -> office.decidedBy(p.application, person)));
    }

    private List<Owed.BankFile> some(Set<Integer> numbers) {
        return numbers.stream().map(files::get).toList();
    }

    private void each(Set<Integer> numbers, Consumer<Owed.Payment> act) {
        some(numbers).stream().flatMap(file -> file.payments.stream()).forEach(act);
    }

    boolean move(Set<Integer> numbers, FileState into, Consumer<Owed.BankFile> with) {
        some(numbers)
                .forEach(file -> {
                    with.accept(file);
                    file.state = into;
                });
        return true;
    }

    /** Every payment as the books should show it. */
    Map<Long, String> expected() {
        Map<Long, String> all = new HashMap<>();
        payments.values().forEach(p -> all.put(p.number, p.toString()));
        return all;
    }
}
