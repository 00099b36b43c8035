package jp.kyufu.inquiry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * A case in one screen, masked for the call center.
 *
 * @param hit whom it is about, masked
 * @param applications the one that stands first; of a case that the office alone answers, no more
 *     than receipt number and day
 * @param say where the whole case stands, to say to the caller; first sentence first
 * @param contacts earlier notes; none of a case that the office alone answers
 * @param confirmable whether birth date, address and telephone number can be compared with what the
 *     caller says
 */
public record Case(
        CaseKey key,
        Hit hit,
        Situation situation,
        List<Sentence> say,
        List<Application> applications,
        List<Contact> contacts,
        boolean confirmable) {

    public Case {
        say = List.copyOf(say);
        applications = List.copyOf(applications);
        contacts = List.copyOf(contacts);
    }

    /**
     * One application of it.
     *
     * @param expected when money or points arrive, or the answer comes; null where nobody can say
     * @param missing what the applicant must send, a sentence for each
     * @param missingCodes the same as codes, for whoever counts; never shown
     * @param last3 of account or wallet
     * @param revealable whether telephone number and address can be shown in full, with a reason
     */
    public record Application(
            long id,
            String receiptNo,
            LocalDateTime receivedAt,
            Situation situation,
            List<Sentence> say,
            @Nullable Expected expected,
            List<Sentence> missing,
            List<ReasonCode> missingCodes,
            @Nullable Rail rail,
            @Nullable Long amount,
            @Nullable Integer residents,
            @Nullable String last3,
            List<Event> timeline,
            boolean revealable) {}

    /** A day, and how sure it is. */
    public record Expected(LocalDate day, Certainty certainty) {}

    /** How sure a day is. */
    public enum Certainty {
        /** Written in a file that was sent, or reported back. */
        FIXED,
        /** Of a file that finance has not released. */
        PLANNED,
        /** The first day possible. */
        EARLIEST,
        /** By when it usually is. */
        USUAL
    }

    /** Something that happened, in words. */
    public record Event(LocalDateTime at, Sentence what) {}
}
