package jp.kyufu.acceptance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Role;

/** The part of {@link Model} that the office hears beside applications: who declines in writing. */
final class ModelOffice {

    private final Model model;
    private final Set<String> declining = new TreeSet<>();
    private final Map<Integer, Set<String>> deciders = new HashMap<>();

    /** The claim of each household as it was decided last. */
    private final Map<Integer, Owed.Application> decided = new TreeMap<>();

    ModelOffice(Model model) {
        this.model = model;
    }

    boolean declines(String resident) {
        return declining.contains(resident);
    }

    Set<String> declining() {
        return declining;
    }

    boolean decidedBy(Owed.Application application, String person) {
        return application.deciders.contains(person)
                || deciders.getOrDefault(application.household, Set.of()).contains(person);
    }

    /** Whoever claims after all declines no more. */
    void claims(Set<String> residents, String person) {
        for (String resident : residents) {
            if (declining.remove(resident)) {
                decides(resident, person);
            }
        }
    }

    private void decides(String resident, String person) {
        deciders.computeIfAbsent(Village.householdOf(resident), _ -> new HashSet<>()).add(person);
    }

    /**
     * What an assessment makes of a household.
     *
     * @param sent whether the claim that stands has been in a file for good, and stays as it is
     */
    void assess(int household, Owed.Application standing, boolean sent) {
        if (!sent) {
            standing.nobodyClaims = model.members(standing).isEmpty();
        }
        decided.put(household, standing);
    }

    /** A resident tells in writing, before payment, that he or she wants nothing. */
    boolean decline(String resident, String words, String person) {
        if (!mayTell(resident, words, person)
                || declining.contains(resident)
                || isUnderWay(resident, false)) {
            return false;
        }
        declining.add(resident);
        Owed.Application claim = decided.get(Village.householdOf(resident));
        decides(resident, person);
        if (claim != null && !claim.declined.contains(resident)) {
            follow(claim);
        }
        return true;
    }

    /** And takes it back. */
    boolean takeBack(String resident, String words, String person) {
        if (!mayTell(resident, words, person)
                || !declining.contains(resident)
                || isUnderWay(resident, true)) {
            return false;
        }
        declining.remove(resident);
        Owed.Application claim = decided.get(Village.householdOf(resident));
        decides(resident, person);
        if (claim != null) {
            claim.declined.remove(resident);
            follow(claim);
        }
        return true;
    }

    private boolean mayTell(String resident, String words, String person) {
        return model.has(person, Role.OFFICE) && !words.isBlank() && model.isEntitled(resident);
    }

    /** In a file, or sent: of the whole household, or what the resident has a share in. */
    private boolean isUnderWay(String resident, boolean whole) {
        return model.payments.values().stream()
                .filter(p -> p.application.household == Village.householdOf(resident))
                .filter(p -> whole || p.residents.contains(resident))
                .anyMatch(p -> p.live() && (p.state != PaymentState.PLANNED || p.correction > 0));
    }

    /** A planned payment for others than claim now is cancelled; who is left waits for a person. */
    private void follow(Owed.Application claim) {
        claim.nobodyClaims = model.members(claim).isEmpty();
        Optional<Owed.Payment> last =
                model.payments.values().stream()
                        .filter(p -> p.application == claim && p.correction == 0)
                        .max(Comparator.comparing(p -> p.attempt));
        last.filter(p -> p.state == PaymentState.PLANNED)
                .ifPresent(p -> p.state = PaymentState.CANCELLED);
        last.filter(p -> p.state == PaymentState.CANCELLED && !claim.nobodyClaims)
                .ifPresent(p -> p.open = true);
    }
}
