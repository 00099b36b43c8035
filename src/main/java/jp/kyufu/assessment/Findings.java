package jp.kyufu.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.matching.MatchDecisions;
import jp.kyufu.program.Program;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people must look at, and what they say of it. */
@Component
public class Findings {

    private final FindingStore store;
    private final MatchDecisions matches;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Findings(FindingStore store, MatchDecisions matches, People people, Audit audit, Clock clock) {
        this.store = store;
        this.matches = matches;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A finding as a work list shows it.
     *
     * @param otherResidentNo of a register duplicate, the second number
     * @param decision what was decided; null while it is open
     */
    public record Finding(
            long findingNo,
            ReasonCode code,
            String state,
            @Nullable Long applicationId,
            @Nullable String receiptNo,
            @Nullable Long paymentNo,
            @Nullable String householdNo,
            @Nullable String residentNo,
            @Nullable String otherResidentNo,
            String detail,
            LocalDate raisedOn,
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable String reason) {}

    /** Open findings of a program, oldest first, of one code if given. */
    public List<Finding> open(Program program, Optional<ReasonCode> code) {
        return store.open(program.id(), code);
    }

    /** A page of {@link #open}, by number. */
    public Slice<Finding> open(Program program, Optional<ReasonCode> code, Turn turn) {
        return turn.take(
                (key, rows) -> store.after(program.id(), code, key, rows),
                (key, rows) -> store.before(program.id(), code, key, rows));
    }

    /**
     * Gives every open finding to somebody who takes the list away; recorded.
     *
     * @throws Refusal for one who may read single records only
     */
    @Transactional
    public void takeAway(
            Program program, Optional<ReasonCode> code, String person, Consumer<Finding> rows) {
        people.requireLists(person, LocalDate.now(clock));
        List<Finding> all = open(program, code);
        audit.record(
                person,
                "findings.export",
                "program " + program.code(),
                Map.of("code", code.map(Enum::name).orElse(""), "rows", all.size()));
        all.forEach(rows);
    }

    /**
     * How many findings of a code are open.
     *
     * @param oldest day on which the first of them was raised
     */
    public record Waiting(ReasonCode code, long count, LocalDate oldest) {}

    /** Open findings by code, the most first. */
    public List<Waiting> waiting(Program program) {
        return store.waiting(program.id());
    }

    /** Kinds of decisions; {@link #resolve} says how each is written. */
    public enum Choice {
        MATCH,
        NO_MATCH,
        SAME,
        DIFFERENT,
        DECLINE,
        CONFIRM,
        REFUSE
    }

    /** How a person can resolve a finding of this code; in no way where a payment came back. */
    public static Set<Choice> choices(ReasonCode code) {
        return Arrays.stream(Choice.values())
                .filter(choice -> PersonDecision.fits(choice, code))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Choice.class)));
    }

    /** One finding; a Refusal if there is none of this number. */
    public Finding get(long findingNo) {
        return store.find(findingNo)
                .orElseThrow(() -> new Refusal("assessment.finding.none", findingNo));
    }

    /** Refuses a number that is another program's finding, or nobody's. */
    public void mustBeOf(Program program, long findingNo) {
        get(findingNo);
        if (store.program(findingNo) != program.id()) {
            throw new Refusal("assessment.finding.otherProgram", findingNo, program.code());
        }
    }

    /** Whom the computer thought of, best first; empty unless the finding is about identity. */
    public List<Candidate> candidates(long findingNo) {
        return store.candidates(findingNo);
    }

    /**
     * A resident beside a held application.
     *
     * @param evidence what agrees, as matching wrote it
     */
    public record Candidate(String residentNo, String householdNo, String evidence) {}

    /**
     * Records a person's decision; the next run of assess acts on it.
     *
     * @param decision {@code CONFIRM}, {@code REFUSE}, {@code MATCH:<resident>}, {@code NO_MATCH},
     *     {@code DECLINE:<resident>,...}, {@code SAME:<resident>} or {@code DIFFERENT}
     * @param reason why, kept with it for ever
     * @throws Refusal if it is decided already, or the decision does not fit its code
     */
    @Transactional
    public void resolve(long findingNo, String decision, String reason, String person) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
        if (reason.isBlank()) {
            throw new Refusal("assessment.reason.missing");
        }
        Finding finding = get(findingNo);
        if (!finding.state().equals("OPEN")) {
            throw new Refusal("assessment.finding.closed", findingNo);
        }
        PersonDecision parsed = PersonDecision.parse(decision);
        if (!parsed.fits(finding.code())) {
            throw new Refusal(
                    finding.code() == ReasonCode.PAYMENT_RETURNED
                                    || finding.code() == ReasonCode.PAYMENT_CANCELLED
                            ? "assessment.decision.retry"
                            : "assessment.decision.unfit",
                    decision,
                    finding.code());
        }
        remember(finding, parsed, reason, person);
        store.resolve(findingNo, decision, person, reason);
        audit.record(
                person,
                "findings.resolve",
                "finding " + findingNo,
                Map.of("code", finding.code().name(), "decision", decision));
    }

    /**
     * Takes back that two numbers are one person, while nothing is paid on it: the number closed is
     * as entitled as the register says, and the pair is a finding again, which holds both until
     * somebody decides anew. What was decided stays in the trail.
     *
     * @param findingNo of the finding that was decided {@code SAME:<resident>}
     * @param reason why, kept in the audit trail
     * @throws Refusal if nobody has decided so, it is taken back already, or a payment of the
     *     number kept has been in a file and did not come back
     */
    @Transactional
    public void reopen(long findingNo, String reason, String person) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
        if (reason.isBlank()) {
            throw new Refusal("assessment.reason.missing");
        }
        Finding finding = get(findingNo);
        String decision = finding.decision();
        if (decision == null
                || !(PersonDecision.parse(decision) instanceof PersonDecision.Same(String kept))) {
            throw new Refusal("assessment.duplicate.undecided", String.valueOf(findingNo));
        }
        short program = store.program(findingNo);
        if (store.isPaid(program, kept)) {
            throw new Refusal("assessment.duplicate.inFile", kept);
        }
        if (!store.partNumbers(findingNo, kept)) {
            throw new Refusal("assessment.duplicate.undecided", String.valueOf(findingNo));
        }
        audit.record(
                person,
                "findings.reopen",
                "finding " + findingNo,
                Map.of("decision", decision, "reason", reason));
    }

    private void remember(Finding finding, PersonDecision decision, String reason, String person) {
        Long application = finding.applicationId();
        switch (decision) {
            case PersonDecision.Match match when application != null ->
                    matches.same(application, match.residentNo(), person, reason);
            case PersonDecision.NoMatch none when application != null ->
                    matches.notInRegister(application, person, reason);
            case PersonDecision.Decline decline when application != null -> {
                for (String resident : decline.residentNos()) {
                    if (!store.inHousehold(application, resident)) {
                        throw new Refusal("assessment.decision.stranger", resident);
                    }
                }
            }
            case PersonDecision.Same same -> keep(finding, same.residentNo());
            default -> {
                // Confirm, Refuse and Different are read from the finding itself.
            }
        }
    }

    /**
     * One number stays entitled, the other never will be. Money that has left, or stands in a file,
     * decides which: a number without would otherwise be paid for the same person again.
     */
    private void keep(Finding finding, String kept) {
        String one = String.valueOf(finding.residentNo());
        String other = String.valueOf(finding.otherResidentNo());
        if (!kept.equals(one) && !kept.equals(other)) {
            throw new Refusal("assessment.duplicate.stranger", kept, one, other);
        }
        String closed = kept.equals(one) ? other : one;
        short program = store.program(finding.findingNo());
        if (store.isPaid(program, closed) && !store.isPaid(program, kept)) {
            throw new Refusal("assessment.duplicate.paid", closed);
        }
        store.keepOneNumber(program, kept, closed);
    }
}
