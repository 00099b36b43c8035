package jp.kyufu.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.program.Program;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;

/** Corrections for people who look through them, and what one could be about. */
@Component
public class CorrectionLists {

    private final CorrectionListStore store;
    private final CorrectionStore corrections;
    private final RecoveryStore recoveries;
    private final People people;
    private final Clock clock;

    CorrectionLists(
            CorrectionListStore store,
            CorrectionStore corrections,
            RecoveryStore recoveries,
            People people,
            Clock clock) {
        this.store = store;
        this.corrections = corrections;
        this.recoveries = recoveries;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Corrections of a program, the newest first.
     *
     * @param direction empty: either
     * @param before of lower keys only
     */
    public List<CorrectionLine> page(
            Program program, Optional<CorrectionLine.Direction> direction, long before, int rows) {
        return store.page(program, direction, before, rows);
    }

    /** Every correction of the claim that a payment is of, oldest first. */
    public List<Correction> ofClaim(Program program, long paymentNo) {
        return corrections.ofClaim(program, paymentNo);
    }

    /** The recovery cases of the claim that a payment is of, in order of number. */
    public List<RecoveryCase> casesOfClaim(Program program, long paymentNo) {
        return recoveries.ofClaim(program, paymentNo);
    }

    /**
     * Who is in the claim behind a payment.
     *
     * @param person of the office, who alone corrects
     */
    public PaidClaim claim(Program program, long paymentNo, String person) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
        return store.claim(program, paymentNo);
    }
}
