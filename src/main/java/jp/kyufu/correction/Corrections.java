package jp.kyufu.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Facts about a paid claim that come to light after payment. Each yields a difference, up or down,
 * never the payment anew (大阪府 2021; design §3.8). What the form says besides, such as a telephone
 * number, changes nothing here.
 */
@Component
public class Corrections {

    private final CorrectionStore store;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Corrections(
            CorrectionStore store,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Records that members of a paid claim decline after all, or claim after all.
     *
     * @param paymentNo a payment of the claim that is released, accepted or settled
     * @param declines resident numbers; a share that was paid becomes a recovery case
     * @param claims resident numbers; shares that were not paid become one further payment, which
     *     is built, approved and released like any other; a recovery case that has lost its ground
     *     waits for another person to withdraw it
     * @param evidence what shows it, such as a letter and its date
     * @param person of the office; he or she can then neither approve nor release the claim's
     *     payments
     * @return what it changed
     * @throws Refusal for a claim that is not paid, a resident who is none of it or not entitled, a
     *     household beyond its cap, or where nothing changes
     */
    public Correction add(
            Program program,
            long paymentNo,
            List<String> declines,
            List<String> claims,
            String reason,
            String evidence,
            String person) {
        String why = CorrectionRefusals.given(reason, new Refusal("correction.reasonMissing"));
        String shown =
                CorrectionRefusals.given(evidence, new Refusal("correction.evidenceMissing"));
        return correct(
                program,
                paymentNo,
                person,
                (_, today) -> {
                    mustBeSomebody(paymentNo, declines, claims);
                    int nth =
                            store.correct(
                                    paymentNo,
                                    once(declines),
                                    once(claims),
                                    today,
                                    person,
                                    why,
                                    shown);
                    audit.record(
                            person,
                            "corrections.add",
                            "payment " + paymentNo,
                            Map.of("correction", nth, "declines", declines, "claims", claims));
                    return nth;
                });
    }

    /**
     * What {@link #add} would change: it is done and taken back, so that there is no second rule.
     * The numbers of a payment and of cases in it are nobody's yet.
     *
     * @throws Refusal as {@link #add}
     */
    public Correction preview(
            Program program,
            long paymentNo,
            List<String> declines,
            List<String> claims,
            String person) {
        return correct(
                program,
                paymentNo,
                person,
                (status, today) -> {
                    status.setRollbackOnly();
                    mustBeSomebody(paymentNo, declines, claims);
                    return store.correct(
                            paymentNo,
                            once(declines),
                            once(claims),
                            today,
                            person,
                            "preview",
                            "preview");
                });
    }

    /** Gives the number of the correction it made. */
    private interface Act {
        int make(TransactionStatus status, LocalDate today);
    }

    private Correction correct(Program program, long paymentNo, String person, Act act) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.OFFICE);
        if (!store.isOf(program, paymentNo)) {
            throw new Refusal("correction.notPaid", paymentNo, "-");
        }
        return CorrectionRefusals.of(
                person,
                () ->
                        Check.present(
                                transaction.execute(status -> {
                                    int number = act.make(status, today);
                                    return store.ofClaim(program, paymentNo).stream()
                                            .filter(one -> one.number() == number)
                                            .findFirst()
                                            .orElseThrow();
                                })));
    }

    private static void mustBeSomebody(long paymentNo, List<String> declines, List<String> claims) {
        if (declines.isEmpty() && claims.isEmpty()) {
            throw new Refusal("correction.nobody", paymentNo);
        }
    }

    /** Whoever is named twice is meant once. */
    private static List<String> once(List<String> residents) {
        return residents.stream().distinct().toList();
    }

    /** Every correction of a program, oldest first. */
    public List<Correction> list(Program program) {
        return store.list(program);
    }
}
