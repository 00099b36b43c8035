package jp.kyufu.program;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Amendment.Difference;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens programs, finds them, and amends what may be amended. */
@Component
public class Programs {

    private final ProgramStore store;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Programs(ProgramStore store, People people, Audit audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a new program; its entitlements come from {@code assessment} in the same transaction.
     *
     * @param person who opens it
     * @throws Refusal if its code is taken, or it excludes or continues one that is not open
     */
    @Transactional
    public Program open(ProgramTerms terms, String person) {
        mustBeOpen(terms);
        if (store.insert(terms, clock.instant(), person).isEmpty()) {
            throw new Refusal("program.code.taken", terms.code());
        }
        audit.record(person, "program.open", terms.code(), Map.of());
        return theOne(Optional.of(terms.code()));
    }

    /**
     * Takes over what a program file changes. Reference date, rates, caps, currency and consignor
     * stay once a payment exists; a file that differs there is refused whole, each difference
     * listed.
     *
     * @param file a complete program file of a program that is open
     * @param person of the office, finance or administration
     * @param paymentExists whether a program has a payment in any state; asked under lock
     */
    @Transactional
    public Amendment amend(Path file, String person, Predicate<Program> paymentExists) {
        people.require(person, LocalDate.now(clock), Role.OFFICE, Role.FINANCE, Role.ADMIN);
        ProgramTerms terms = ProgramFile.read(file);
        Program program = store.lock(terms.code()).orElseThrow(() -> unknown(terms.code()));
        mustBeOpen(terms);
        List<Difference> differences = Amendment.differences(program.terms(), terms);
        List<Refusal> fixed =
                differences.stream()
                        .filter(Difference::fixed)
                        .map(d ->
                                new Refusal("program.amend.fixed", d.key(), d.stored(), d.found()))
                        .toList();
        if (!fixed.isEmpty() && paymentExists.test(program)) {
            throw new Refusal(fixed, "program.amend.refused", terms.code(), fixed.size());
        }
        if (differences.isEmpty()) {
            return new Amendment(program, differences);
        }
        store.amend(program, terms, clock.instant(), person);
        String keys = differences.stream().map(Difference::key).collect(joining("|"));
        audit.record(person, "program.amend", terms.code(), Map.of("changed", keys));
        return new Amendment(theOne(Optional.of(terms.code())), differences);
    }

    /**
     * The program of this code or, without one, the only program that is open.
     *
     * @throws Refusal if there is none such, or more than one to choose from: it lists their codes
     */
    public Program theOne(Optional<String> code) {
        if (code.isPresent()) {
            return store.find(code.get()).orElseThrow(() -> unknown(code.get()));
        }
        List<Program> all = store.all();
        if (all.isEmpty()) {
            throw new Refusal("program.code.none");
        }
        if (all.size() > 1) {
            throw new Refusal("program.code.several", codes(all));
        }
        return all.getFirst();
    }

    /** Every program that was opened, in that order. */
    public List<Program> all() {
        return store.all();
    }

    /** A code with a slip of the pen would exclude nobody. */
    private void mustBeOpen(ProgramTerms terms) {
        for (String code : terms.others()) {
            if (code.equals(terms.code()) || store.find(code).isEmpty()) {
                throw new Refusal("program.code.other", terms.code(), code, codes(store.all()));
            }
        }
    }

    private Refusal unknown(String code) {
        return new Refusal("program.code.unknown", code, codes(store.all()));
    }

    private static String codes(List<Program> programs) {
        return programs.stream().map(Program::code).collect(joining(", "));
    }
}
