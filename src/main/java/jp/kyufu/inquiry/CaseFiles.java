package jp.kyufu.inquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyufu.inquiry.PeopleIndex.Found;
import jp.kyufu.matching.PackedNumber;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramTerms.Window;
import jp.kyufu.value.ApplicationState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the cases that an index proposes, as the database has them now, all of them with the same
 * few statements.
 */
@Component
class CaseFiles {

    /** What stands before what gave way to it; of equals the one received last. */
    private static final Comparator<Standing> STANDING_FIRST =
            Comparator.comparing(
                            (Standing one) -> one.state().equals(ApplicationState.DUPLICATE.name()))
                    .thenComparing(Standing::receivedAt, Comparator.reverseOrder())
                    .thenComparing(Standing::id, Comparator.reverseOrder());

    private final InquiryStore applications;
    private final PersonStore persons;

    CaseFiles(InquiryStore applications, PersonStore persons) {
        this.applications = applications;
        this.persons = persons;
    }

    /**
     * What an index proposes, with what the database has of it.
     *
     * @param standings without those of protected persons, unless the case is an application
     */
    private record Proposed(
            Found found, boolean hidden, List<Standing> standings, List<String> members) {

        /** The one who was found, or who applied; null where neither is known. */
        @Nullable String resident() {
            return found.ref() > 0
                    ? PackedNumber.text(found.ref())
                    : standings.isEmpty() ? null : standings.getFirst().residentNo();
        }

        boolean isGuarded() {
            return hidden || standings.stream().anyMatch(Standing::guarded);
        }

        boolean isNothing() {
            return standings.isEmpty() && members.isEmpty();
        }
    }

    /**
     * The cases in the same order, without those that are none any more.
     *
     * @param found {@code ref} names whom the case is shown as; 0: its applicant
     */
    List<CaseFile> read(PeopleIndex known, List<Found> found, Program program, LocalDate today) {
        List<Proposed> all = proposed(known, found, program);
        List<String> silent =
                all.stream()
                        .filter(one -> one.standings().isEmpty())
                        .flatMap(one -> one.members().stream())
                        .toList();
        Set<String> entitled = persons.entitled(program.id(), silent);
        Map<Long, Person> shown = shown(all);
        return all.stream()
                .filter(one -> !one.isNothing())
                .map(one ->
                        new CaseFile(
                                CaseKey.of(one.found().inCase()),
                                one.standings(),
                                one.members(),
                                one.isGuarded() ? null : shown.get(one.found().inCase()),
                                situation(one, entitled, program, today),
                                one.isGuarded()))
                .toList();
    }

    private static Situation situation(
            Proposed one, Set<String> entitled, Program program, LocalDate today) {
        if (!one.standings().isEmpty()) {
            return Situation.of(one.standings().getFirst(), today);
        }
        if (one.isGuarded()) {
            return Situation.OFFICE;
        }
        if (one.members().stream().noneMatch(entitled::contains)) {
            return Situation.NOT_ENTITLED;
        }
        Window window = program.terms().window();
        return today.isBefore(window.from())
                ? Situation.NOT_APPLIED_BEFORE
                : today.isAfter(window.to()) ? Situation.NOT_APPLIED_AFTER : Situation.NOT_APPLIED;
    }

    private List<Proposed> proposed(PeopleIndex known, List<Found> found, Program program) {
        long[] ids =
                found.stream()
                        .flatMapToLong(one -> Arrays.stream(ids(known, one, program)))
                        .toArray();
        Map<Long, Standing> read = new HashMap<>();
        applications.standings(ids).forEach(one -> read.put(one.id(), one));
        List<Proposed> all = new ArrayList<>();
        for (Found one : found) {
            List<Standing> standings = new ArrayList<>();
            for (long id : ids(known, one, program)) {
                Standing standing = read.get(id);
                if (standing != null && (one.inCase() < 0 || !standing.guarded())) {
                    standings.add(standing);
                }
            }
            standings.sort(STANDING_FIRST);
            all.add(
                    new Proposed(
                            one, isHidden(known, one.inCase()), standings, members(known, one)));
        }
        return all;
    }

    /** Whom each case is shown as, in two statements at most. */
    private Map<Long, Person> shown(List<Proposed> all) {
        List<String> asked = new ArrayList<>();
        List<Long> applicants = new ArrayList<>();
        for (Proposed one : all) {
            String resident = one.resident();
            if (one.hidden()) {
                continue;
            }
            if (resident != null) {
                asked.add(resident);
            } else if (one.found().inCase() < 0) {
                applicants.add(-one.found().inCase());
            } else {
                asked.addAll(one.members());
            }
        }
        Map<String, Person> read = persons.residents(asked);
        Map<Long, Person> shown = new HashMap<>();
        persons.applicants(applicants).forEach((id, person) -> shown.put(-id, person));
        for (Proposed one : all) {
            String resident = one.resident();
            Person person = resident == null ? head(one.members(), read) : read.get(resident);
            if (person != null && !person.guarded()) {
                shown.put(one.found().inCase(), person);
            }
        }
        return shown;
    }

    private static @Nullable Person head(List<String> members, Map<String, Person> read) {
        @Nullable Person first = null;
        for (String member : members) {
            Person person = read.get(member);
            if (person != null && (first == null || person.head() && !first.head())) {
                first = person;
            }
        }
        return first;
    }

    private static boolean isHidden(PeopleIndex known, long inCase) {
        return inCase < 0 ? known.applications().isHidden(-inCase) : known.isHidden(inCase);
    }

    private static long[] ids(PeopleIndex known, Found one, Program program) {
        return known.applications().ofCase(one.inCase(), program.id());
    }

    private static List<String> members(PeopleIndex known, Found one) {
        return one.inCase() < 0
                ? List.of()
                : Arrays.stream(known.members(one.inCase())).mapToObj(PackedNumber::text).toList();
    }
}
