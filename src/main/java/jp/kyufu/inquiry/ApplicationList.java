package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.flow.Counted;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications for people of the office and auditors: page by page, and everything that happened to
 * one. Names and forms are not in it.
 */
@Component
public class ApplicationList {

    private final ApplicationListStore store;
    private final People people;
    private final Audit audit;
    private final Clock clock;
    private final FunnelStore funnels;
    private final Counted.Kept<Map<String, Long>> counts;

    ApplicationList(
            ApplicationListStore store,
            FunnelStore funnels,
            People people,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.funnels = funnels;
        this.counts = new Counted.Kept<>(clock, Funnels.LONGEST);
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which applications.
     *
     * @param state name of an application state, or NEW: not assessed; empty: any
     * @param channel empty: any
     */
    public record Filter(String state, String channel) {}

    /**
     * An application in a list.
     *
     * @param guarded a protected person's: of what was found and decided nothing is shown
     */
    public record Row(
            long id,
            String receiptNo,
            String channel,
            LocalDateTime receivedAt,
            String state,
            List<String> codes,
            @Nullable String householdNo,
            @Nullable String residentNo,
            @Nullable String method,
            @Nullable String rail,
            @Nullable Long amount,
            boolean guarded) {

        Row masked() {
            return guarded
                    ? new Row(
                            id,
                            receiptNo,
                            channel,
                            receivedAt,
                            Story.OFFICE,
                            List.of(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            true)
                    : this;
        }
    }

    /** An application and what it led to. */
    public record Standing(
            Row row,
            @Nullable Integer residents,
            @Nullable String duplicateOf,
            @Nullable Long duplicateId) {}

    /**
     * Something that happened.
     *
     * @param what by kind: a file, codes joined by a bar, a resident, a code, the last digits of an
     *     account, an attempt, what a call was about, a receipt number
     * @param state by kind: a state, a verdict, a decision, how an applicant said it
     * @param no number of a finding or payment, version of an account, another application
     */
    public record Event(
            OffsetDateTime at,
            Kind kind,
            @Nullable String what,
            @Nullable String state,
            @Nullable Long no,
            @Nullable Long amount,
            @Nullable String rail,
            @Nullable String person,
            @Nullable String why) {

        /** What kinds of things happen. */
        public enum Kind {
            RECEIVED,
            /** Another took its place, on the applicant's word. */
            CORRECTED,
            /** It took the place of another, on the applicant's word. */
            CORRECTS,
            /** A decision that another has replaced since. */
            DECISION_BEFORE,
            DECISION,
            /** A person's word on whose it is. */
            IDENTITY,
            IDENTITY_BACK,
            FINDING,
            FINDING_DECIDED,
            /** Another account or wallet than the applicant wrote. */
            ACCOUNT,
            PAYMENT,
            /** A call or a visit; the note itself is the call center's. */
            CONTACT
        }

        /** Codes that stand in {@link #what}. */
        public List<String> codes() {
            return what == null || what.isEmpty() ? List.of() : List.of(what.split("\\|"));
        }
    }

    /**
     * All about one application.
     *
     * @param open false: a protected person's, and the one who asks lacks the right or the reason
     * @param mayOpen whether a reason is all that is missing
     */
    public record Record(Standing standing, List<Event> events, boolean open, boolean mayOpen) {}

    /** A page, in order of upload. */
    public Slice<Row> page(Program program, Filter filter, Turn turn) {
        Slice<Row> page =
                turn.take(
                        (key, rows) -> store.after(program.id(), filter, key, rows),
                        (key, rows) -> store.before(program.id(), filter, key, rows));
        return new Slice<>(
                page.rows().stream().map(Row::masked).toList(), page.isFirst(), page.isLast());
    }

    /** How many are in each state; NEW: not assessed. */
    public Map<String, Long> counts(Program program) {
        return counts.of(
                        program.id(),
                        funnels.version(program.id()),
                        () -> store.counts(program.id()))
                .value();
    }

    /** Through which channels any came. */
    public List<String> channels(Program program) {
        return store.channels(program.id());
    }

    /**
     * Gives every application to somebody who takes the list away; recorded.
     *
     * @throws Refusal for one who may read single records only
     */
    @Transactional
    public void takeAway(Program program, Filter filter, String person, Consumer<Row> rows) {
        people.requireLists(person, LocalDate.now(clock));
        long count = store.each(program.id(), filter, row -> rows.accept(row.masked()));
        audit.record(
                person,
                "applications.export",
                "program " + program.code(),
                Map.of("state", filter.state(), "channel", filter.channel(), "rows", count));
    }

    /**
     * Everything that happened to one application.
     *
     * @param reason why a protected person's is opened; each look is recorded with it
     * @throws Refusal if the program has none of this number
     */
    @Transactional
    public Record record(Program program, long application, String person, String reason) {
        boolean mayGuarded =
                people.require(person, LocalDate.now(clock), Role.OFFICE, Role.AUDITOR)
                        .roles()
                        .contains(Role.PROTECTED);
        Standing standing =
                store.standing(program.id(), application)
                        .orElseThrow(
                                () -> new Refusal("inquiry.unknown", Long.toString(application)));
        if (!standing.row().guarded()) {
            return new Record(standing, store.events(application), true, false);
        }
        if (!mayGuarded || reason.isBlank()) {
            Standing masked = new Standing(standing.row().masked(), null, null, null);
            return new Record(masked, List.of(), false, mayGuarded);
        }
        audit.record(
                person,
                "protected.view",
                "application " + standing.row().receiptNo(),
                Map.of("program", program.code(), "reason", reason.strip()));
        return new Record(standing, store.events(application), true, true);
    }
}
