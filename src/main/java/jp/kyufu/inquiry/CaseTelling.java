package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kyufu.inquiry.Case.Certainty;
import jp.kyufu.inquiry.Case.Event;
import jp.kyufu.inquiry.Case.Expected;
import jp.kyufu.inquiry.Sentence.Amount;
import jp.kyufu.program.BusinessCalendar;
import jp.kyufu.program.PayDates;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a case into words for a caller, and leaves out what he or she must not hear. */
@Component
class CaseTelling {

    private final InquiryStore store;
    private final InquirySettings settings;
    private final Clock clock;

    CaseTelling(InquiryStore store, InquirySettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    Case tell(Program program, CaseFile file, List<Contact> contacts) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<Case.Application> applications =
                file.standings().stream().map(one -> application(program, file, one, now)).toList();
        List<Sentence> say =
                applications.isEmpty()
                        ? List.of(notApplied(program, file.situation()))
                        : applications.getFirst().say();
        return new Case(
                file.key(),
                file.hit(),
                file.situation(),
                say,
                applications,
                contacts,
                file.person() != null && file.situation() != Situation.OFFICE);
    }

    /** Whether telephone number and address of an application can be shown, with a reason. */
    static boolean isRevealable(CaseFile file, Standing one, LocalDate today) {
        return !file.hidden()
                && one.residentNo() != null
                && Situation.of(one, today) != Situation.OFFICE;
    }

    private static Sentence notApplied(Program program, Situation situation) {
        var window = program.terms().window();
        return Sentence.of("inquiry.say." + situation.name(), window.from(), window.to());
    }

    private Case.Application application(
            Program program, CaseFile file, Standing one, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        Situation situation = Situation.of(one, today);
        if (situation == Situation.OFFICE) {
            return ofOffice(one);
        }
        Standing.Payment payment = one.payment();
        Expected expected = expected(situation, program, one, now);
        List<Sentence> say = new ArrayList<>();
        say.add(said(situation, one, expected));
        // A day that is fixed stands in the sentence itself.
        if (expected != null && expected.certainty() != Certainty.FIXED) {
            say.add(Sentence.of("inquiry.expected." + expected.certainty(), expected.day()));
        }
        List<ReasonCode> missing =
                situation == Situation.MISSING ? Situation.missing(one) : List.of();
        return new Case.Application(
                one.id(),
                one.receiptNo(),
                one.receivedAt(),
                situation,
                say,
                expected,
                missing.stream().map(code -> Sentence.of("inquiry.missing." + code)).toList(),
                missing,
                rail(one),
                payment == null ? one.amount() : Long.valueOf(payment.amount()),
                one.residents(),
                payment == null ? null : payment.last3(),
                timeline(one),
                isRevealable(file, one, today));
    }

    /** The same of everybody of whom the office alone answers. */
    private static Case.Application ofOffice(Standing one) {
        Sentence say = Sentence.of("inquiry.say.OFFICE", one.receivedAt().toLocalDate());
        return new Case.Application(
                one.id(),
                one.receiptNo(),
                one.receivedAt(),
                Situation.OFFICE,
                List.of(say),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }

    /** Arguments: day of receipt, amount, day of payment, last digits of the account. */
    private static Sentence said(Situation situation, Standing one, @Nullable Expected expected) {
        Rail rail = rail(one);
        Standing.Payment payment = one.payment();
        Long amount = payment == null ? one.amount() : Long.valueOf(payment.amount());
        String key = situation.name() + (situation.isOfRail() ? "." + rail : "");
        return Sentence.of(
                "inquiry.say." + key,
                one.receivedAt().toLocalDate(),
                amount == null || rail == null ? "" : new Amount(amount, rail),
                expected == null ? "" : expected.day(),
                payment == null || payment.last3() == null ? "" : payment.last3());
    }

    private static @Nullable Rail rail(Standing one) {
        return one.payment() == null ? one.rail() : one.payment().rail();
    }

    private @Nullable Expected expected(
            Situation situation, Program program, Standing one, LocalDateTime now) {
        return switch (situation) {
            case RECEIVED, SEARCHING, CHECKING ->
                    usual(one.receivedAt(), settings.decisionDays() + settings.paymentDays(), now);
            case DECIDED -> decided(program, one, now);
            case PREPARED -> ofFile(one, Certainty.PLANNED, now);
            case SENT -> ofFile(one, Certainty.FIXED, now);
            case DUE, PAID -> arrived(one);
            case NOT_APPLIED_BEFORE,
                    NOT_APPLIED,
                    NOT_APPLIED_AFTER,
                    NOT_ENTITLED,
                    NOTHING_DUE,
                    DUPLICATE,
                    MISSING,
                    REFUSED,
                    RETURNED,
                    CANCELLED,
                    UNCLEAR,
                    OFFICE ->
                    null;
        };
    }

    /** The first day a file handed over now is paid; points have no calendar. */
    private @Nullable Expected decided(Program program, Standing one, LocalDateTime now) {
        if (rail(one) == Rail.POINTS) {
            return usual(
                    one.payment() == null ? now : one.payment().since(),
                    settings.paymentDays(),
                    now);
        }
        try {
            return new Expected(PayDates.first(now, program.bankProfile()), Certainty.EARLIEST);
        } catch (Refusal beyondTheHorizon) {
            return null;
        }
    }

    private @Nullable Expected ofFile(Standing one, Certainty certainty, LocalDateTime now) {
        Standing.Payment payment = one.payment();
        if (payment == null) {
            return null;
        }
        LocalDate day = payment.payDate();
        return day == null
                ? usual(payment.since(), settings.paymentDays(), now)
                : day.isAfter(now.toLocalDate()) ? new Expected(day, certainty) : null;
    }

    private static @Nullable Expected arrived(Standing one) {
        Standing.Payment payment = one.payment();
        if (payment == null) {
            return null;
        }
        LocalDate day = payment.payDate();
        return new Expected(day == null ? payment.since().toLocalDate() : day, Certainty.FIXED);
    }

    /** By when it usually is; nobody says so once that day is past. */
    private static @Nullable Expected usual(LocalDateTime since, int days, LocalDateTime now) {
        LocalDate day = BusinessCalendar.plusBusinessDays(since.toLocalDate(), days);
        return day.isAfter(now.toLocalDate()) ? new Expected(day, Certainty.USUAL) : null;
    }

    /** What happened, the newest first; without who did it and why, and without any code. */
    private List<Event> timeline(Standing one) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(one.receivedAt(), Sentence.of("inquiry.happened.RECEIVED")));
        events.addAll(store.assessed(one.id()));
        for (Story.Movement move : store.movements(one.id())) {
            events.add(
                    new Event(
                            move.at(),
                            Sentence.of(
                                    "inquiry.happened.payment." + move.state(),
                                    new Amount(move.amount(), Rail.valueOf(move.rail())))));
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }
}
