package jp.kyufu.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kyufu.access.People;
import jp.kyufu.assessment.Review.Resident;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declines in writing for people who look through them, and one resident's before it is told: what
 * would not be paid, what is cancelled, what stands against it. A protected person's opens to the
 * right and a reason alone, as {@link Review} says; {@link Declines} does what is told.
 */
@Component
public class DeclineReview {

    private final DeclineStore store;
    private final Review review;
    private final Declines declines;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    DeclineReview(
            DeclineStore store,
            Review review,
            Declines declines,
            People people,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.review = review;
        this.declines = declines;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a decline holds. */
    public enum State {
        STANDS,
        TAKEN_BACK
    }

    /**
     * Which declines a list shows.
     *
     * @param person who recorded them; empty: anybody
     */
    public record Filter(Optional<State> state, String person) {}

    /** What was told, when it was recorded, and by whom. */
    public record Word(LocalDate on, String person, String reason, String evidence) {}

    /**
     * A decline in writing.
     *
     * @param householdNo with whom the resident claims
     * @param guarded a protected person's: a list says neither the household nor why
     * @param ended how it was taken back; null: it stands
     */
    public record Told(
            int declineNo,
            String residentNo,
            String householdNo,
            boolean guarded,
            Word told,
            @Nullable Word ended) {

        public State state() {
            return ended == null ? State.STANDS : State.TAKEN_BACK;
        }

        private Told inList() {
            return guarded
                    ? new Told(
                            declineNo,
                            residentNo,
                            "",
                            true,
                            hidden(told),
                            ended == null ? null : hidden(ended))
                    : this;
        }

        private static Word hidden(Word word) {
            return new Word(word.on(), word.person(), "", "");
        }
    }

    /** A page of the declines of a program, in order of number. */
    public Slice<Told> page(Program program, Filter filter, Turn turn) {
        Slice<Told> page =
                turn.take(
                        (key, rows) -> store.toldAfter(program.id(), filter, key, rows),
                        (key, rows) -> store.toldBefore(program.id(), filter, key, rows));
        return new Slice<>(
                page.rows().stream().map(Told::inList).toList(), page.isFirst(), page.isLast());
    }

    /**
     * Gives every decline to somebody who takes the list away; recorded.
     *
     * @throws Refusal for one who may read single records only
     */
    @Transactional
    public void takeAway(Program program, Filter filter, String person, Consumer<Told> rows) {
        people.requireLists(person, LocalDate.now(clock));
        List<Told> all = store.toldAfter(program.id(), filter, Long.MIN_VALUE, Integer.MAX_VALUE);
        audit.record(
                person,
                "declines.export",
                "program " + program.code(),
                Map.of(
                        "state", filter.state().map(Enum::name).orElse(""),
                        "person", filter.person(),
                        "rows", all.size()));
        all.stream().map(Told::inList).forEach(rows);
    }

    /** How many residents of a program decline in writing as things stand. */
    public int standing(Program program) {
        return store.countStanding(program.id());
    }

    /** Every decline of some residents, oldest first, for somebody to whom they are open. */
    public List<Told> of(Program program, Collection<String> residentNos) {
        return store.toldOf(program.id(), residentNos);
    }

    /** A planned payment: its amount, and for how many. */
    public record Planned(long paymentNo, long amount, int residents) {}

    /** Yen or points on a rail. */
    public record Share(Rail rail, long amount) {}

    /**
     * What telling a decline would do or, of somebody who declines already, taking it back.
     *
     * @param shares what the resident would not be paid, or paid again: on the rail of the
     *     household's claim, or on either while it has none
     * @param applied whether the household has a claim that could pay for the resident
     * @param onForm whether that claim names the resident as a decliner by itself
     * @param cancels the planned payment that is cancelled at once
     * @param leaves what a person pays instead, for the others; 0 residents: nothing
     * @param against why the act would be refused as things stand
     */
    public record Outlook(
            boolean declines,
            List<Share> shares,
            boolean applied,
            boolean onForm,
            Optional<Planned> cancels,
            Optional<Planned> leaves,
            Optional<Refusal> against) {}

    /**
     * One resident with everything about his or her declines.
     *
     * @param sight of the household, and whether all this is open at all
     * @param resident null where it is not open
     * @param outlook null where it is not open, or the program does not know the resident
     */
    public record Opened(
            Review.Sight sight,
            @Nullable Resident resident,
            @Nullable Outlook outlook,
            List<Told> told) {}

    /**
     * Opens a resident, for the office and auditors; recorded as a look at the household.
     *
     * @param look why a protected person's is opened; empty otherwise
     * @throws Refusal if the register does not know the number
     */
    @Transactional
    public Opened look(Program program, String residentNo, String person, String look) {
        Review.Sight sight = review.householdOf(program, residentNo, person, look);
        if (sight.access() != Review.Access.OPEN) {
            return new Opened(sight, null, null, List.of());
        }
        return new Opened(
                sight,
                sight.residents().stream()
                        .filter(one -> one.residentNo().equals(residentNo))
                        .findFirst()
                        .orElseThrow(),
                store.outlook(program.id(), residentNo)
                        .map(now -> outlook(program, residentNo, now))
                        .orElse(null),
                of(program, List.of(residentNo)));
    }

    /**
     * Records a decline, or its taking back, as {@link Declines} does, of a resident who is open to
     * the person.
     *
     * @param to what the decline is to be from now on
     * @return what it did
     */
    @Transactional
    public Outlook tell(
            Program program,
            String residentNo,
            State to,
            String reason,
            String evidence,
            String person,
            String look) {
        Outlook outlook = open(program, residentNo, person, look);
        switch (to) {
            case STANDS -> declines.add(program, residentNo, reason, evidence, person);
            case TAKEN_BACK -> declines.takeBack(program, residentNo, reason, evidence, person);
        }
        return outlook;
    }

    private Outlook open(Program program, String residentNo, String person, String look) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
        Opened opened = look(program, residentNo, person, look);
        Outlook outlook = opened.outlook();
        if (opened.sight().access() != Review.Access.OPEN) {
            throw new Refusal("assessment.decline.guarded", residentNo);
        }
        if (outlook == null) {
            throw new Refusal("assessment.decline.stranger", residentNo, program.code());
        }
        return outlook;
    }

    private static Outlook outlook(Program program, String residentNo, DeclineStore.Standing now) {
        List<Share> shares =
                now.rail()
                        .map(Stream::of)
                        .orElseGet(() -> Arrays.stream(Rail.values()))
                        .filter(rail -> program.terms().offers(rail))
                        .map(rail -> new Share(rail, program.terms().rates().of(rail)))
                        .toList();
        // A claim that names the resident already, or no more, pays nobody else than before.
        Optional<Planned> cancels = now.planned().filter(_ -> now.named() == now.declines());
        int sign = now.declines() ? 1 : -1;
        Optional<Planned> leaves =
                cancels.map(planned ->
                        new Planned(
                                planned.paymentNo(),
                                planned.amount() + sign * shares.getFirst().amount(),
                                planned.residents() + sign));
        return new Outlook(
                now.declines(),
                shares,
                now.rail().isPresent(),
                now.named() && !now.declines(),
                cancels,
                leaves,
                against(program, residentNo, now));
    }

    private static Optional<Refusal> against(
            Program program, String residentNo, DeclineStore.Standing now) {
        if (!now.entitled()) {
            return Optional.of(
                    new Refusal("assessment.decline.stranger", residentNo, program.code()));
        }
        return now.against()
                .map(payment ->
                        new Refusal(
                                now.inFile()
                                        ? "assessment.decline.inFile"
                                        : "assessment.decline.paid",
                                residentNo,
                                Long.toString(payment)));
    }
}
