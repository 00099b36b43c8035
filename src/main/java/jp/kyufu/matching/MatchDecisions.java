package jp.kyufu.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.matching.Words.Verdict;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people of the office decide about whose an application is. A decision outranks the computer
 * from the next {@link Matching#run} on and is remembered, also for what the same applicant writes
 * on a later application; taken back, the one before it holds again. Every act is audited. All
 * refuse a person who is not of the office, an empty reason, and an application whose payment has
 * been in a file.
 */
@Component
public class MatchDecisions {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final MatchDecisionStore store;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public MatchDecisions(
            JdbcClient jdbc,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new MatchDecisionStore(jdbc);
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The application of a receipt number.
     *
     * @param channel of the two that may share a number; null: whichever has it
     * @throws Refusal if none has it, or both have and none is named
     */
    public long application(Program program, String receiptNo, @Nullable String channel) {
        List<Long> found = store.applications(program.id(), receiptNo, channel);
        if (found.isEmpty()) {
            throw new Refusal("matching.receiptUnknown", receiptNo);
        }
        if (found.size() > 1) {
            throw new Refusal("matching.receiptTwice", receiptNo);
        }
        return found.getFirst();
    }

    /**
     * The application is this resident's.
     *
     * @param residentNo 宛名番号 as written; refused if the register does not know it
     */
    public void same(long applicationId, String residentNo, String person, String reason) {
        decide(applicationId, Verdict.SAME, residentNo, person, reason);
    }

    /**
     * The application is not this resident's, whoever else's it is.
     *
     * @param residentNo 宛名番号 as written; refused if the register does not know it
     */
    public void different(long applicationId, String residentNo, String person, String reason) {
        decide(applicationId, Verdict.DIFFERENT, residentNo, person, reason);
    }

    /** The application is nobody's in the register. */
    public void notInRegister(long applicationId, String person, String reason) {
        decide(applicationId, Verdict.NOBODY, null, person, reason);
    }

    /** Takes back the newest decision that still holds; refused if there is none. */
    public void revoke(long applicationId, String person, String reason) {
        act(
                applicationId,
                person,
                reason,
                at -> {
                    if (!store.revoke(applicationId, person, at)) {
                        throw new Refusal("matching.nothingDecided", receipt(applicationId));
                    }
                    // The row has no place for it: why it was decided is not why it was revoked.
                    audit.record(
                            person, "match.revoke", id(applicationId), Map.of("reason", reason));
                });
    }

    /**
     * What a person decided last and can still take back.
     *
     * @param verdict {@code SAME}, {@code DIFFERENT} or {@code NOBODY}
     */
    public record LastDecision(
            long applicationId,
            String receiptNo,
            String verdict,
            @Nullable String residentNo,
            OffsetDateTime at) {}

    /** The newest decision of a person that {@link #revoke} would take back; empty if none. */
    public Optional<LastDecision> lastOf(Program program, String person) {
        return store.lastOf(program.id(), person);
    }

    private void decide(
            long applicationId,
            Verdict verdict,
            @Nullable String residentNo,
            String person,
            String reason) {
        act(
                applicationId,
                person,
                reason,
                at -> {
                    if (residentNo != null && !store.knowsResident(residentNo)) {
                        throw new Refusal("matching.residentUnknown", residentNo);
                    }
                    if (!store.insert(
                            applicationId, verdict.name(), residentNo, person, at, reason)) {
                        throw new Refusal("matching.applicationUnknown", id(applicationId));
                    }
                    audit.record(
                            person,
                            "match.decide",
                            id(applicationId),
                            Map.of(
                                    "verdict",
                                    verdict.name(),
                                    "resident_no",
                                    residentNo == null ? "" : residentNo));
                });
    }

    private void act(long applicationId, String person, String reason, Consumer<Instant> act) {
        Instant now = clock.instant();
        people.require(person, LocalDate.ofInstant(now, TOKYO), Role.OFFICE);
        if (reason.isBlank()) {
            throw new Refusal("matching.reasonMissing", receipt(applicationId));
        }
        transaction.executeWithoutResult(_ -> {
            if (store.isInFile(applicationId)) {
                throw new Refusal("matching.inFile", receipt(applicationId));
            }
            act.accept(now);
        });
    }

    /** What people know an application by. */
    private String receipt(long applicationId) {
        return store.receipt(applicationId).orElse(id(applicationId));
    }

    /** As text: a message would group the digits of a number. */
    private static String id(long applicationId) {
        return Long.toString(applicationId);
    }
}
