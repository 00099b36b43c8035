package jp.kyufu.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * That a resident does not want the benefit, told in writing and not by an application (rule I11).
 * It holds whatever the household's applications say, before and after, until it is taken back.
 * Once a payment of the resident is in a file, or made, it is not told here any more: the file is
 * withdrawn, or the claim corrected.
 */
@Component
public class Declines {

    private final DeclineStore store;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Declines(
            DeclineStore store,
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
     * What one resident's wish is, and who recorded it.
     *
     * @param stands whether the resident declines; false: that was taken back
     * @param evidence the document
     */
    public record Decline(
            int declineNo,
            String residentNo,
            boolean stands,
            LocalDate on,
            String person,
            String reason,
            String evidence) {}

    /** What a decline and its taking back have in common. */
    private record Act(
            Program program, String residentNo, String reason, String evidence, String person) {}

    /**
     * Records that an entitled resident declines. A planned payment of the household is cancelled
     * at once; the office tries it again for the others, by the finding it leaves.
     *
     * @param reason why, in the person's words
     * @param evidence what shows it, such as a letter and its date
     * @param person of the office; he or she can then neither approve nor release payments of the
     *     household
     * @return the number of the decline
     * @throws Refusal for somebody who is not entitled, declines already, stands in a file, or is
     *     paid
     */
    public int add(
            Program program, String residentNo, String reason, String evidence, String person) {
        return act(
                "declines.add",
                new Act(program, residentNo, reason, evidence, person),
                on -> store.add(program.id(), residentNo, on, person, reason, evidence));
    }

    /**
     * Takes a decline back: the resident is in the household's claim again, if there is one.
     *
     * @return the number of what was recorded
     * @throws Refusal where nobody declined in this way, or a payment of the household's claim is
     *     in a file or made
     */
    public int takeBack(
            Program program, String residentNo, String reason, String evidence, String person) {
        return act(
                "declines.take-back",
                new Act(program, residentNo, reason, evidence, person),
                on -> store.takeBack(program.id(), residentNo, on, person, reason, evidence));
    }

    /** Everything recorded for a program, oldest first. */
    public List<Decline> list(Program program) {
        return store.list(program.id());
    }

    private int act(String name, Act act, ToIntFunction<LocalDate> doing) {
        LocalDate today = LocalDate.now(clock);
        people.require(act.person(), today, Role.OFFICE);
        if (act.reason().isBlank()) {
            throw new Refusal("assessment.reason.missing");
        }
        if (act.evidence().isBlank()) {
            throw new Refusal("assessment.decline.evidenceMissing");
        }
        try {
            return Check.present(
                    transaction.execute(_ -> {
                        int number = doing.applyAsInt(today);
                        audit.record(
                                act.person(),
                                name,
                                "resident " + act.residentNo(),
                                Map.of(
                                        "decline", number,
                                        "program", act.program().code(),
                                        "reason", act.reason(),
                                        "evidence", act.evidence()));
                        return number;
                    }));
        } catch (DataAccessException e) {
            throw refusal(e, act);
        }
    }

    private static RuntimeException refusal(DataAccessException error, Act act) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)
                || cause.getServerErrorMessage() == null) {
            return error;
        }
        String detail = Objects.requireNonNullElse(cause.getServerErrorMessage().getDetail(), "");
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "KY091" ->
                    new Refusal(
                            "assessment.decline.stranger", act.residentNo(), act.program().code());
            case "KY092" -> new Refusal("assessment.decline.already", act.residentNo());
            case "KY093" -> new Refusal("assessment.decline.none", act.residentNo());
            case "KY094" -> new Refusal("assessment.decline.inFile", act.residentNo(), detail);
            case "KY095" -> new Refusal("assessment.decline.paid", act.residentNo(), detail);
            default -> error;
        };
    }
}
