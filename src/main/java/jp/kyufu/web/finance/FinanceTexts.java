package jp.kyufu.web.finance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.reconciliation.Outcome;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import jp.kyufu.web.Texts;

/** How the pages of finance say amounts, time left and states; the templates' {@code f}. */
public final class FinanceTexts {

    private static final long MINUTES_PER_HOUR = 60;
    private static final long MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    private final Texts texts;
    private final Words words;

    FinanceTexts(Texts texts) {
        this.texts = texts;
        this.words = texts.words();
    }

    /** An amount as it is read aloud: in groups with the words for myriads or thousands. */
    public String aloud(long amount, Rail rail) {
        int digits = Integer.parseInt(words.of("web.sum.digits"));
        long base = Math.powExact(10L, digits);
        List<String> parts = new ArrayList<>();
        long left = amount;
        for (int group = 0; left > 0; group++) {
            long part = left % base;
            if (part > 0) {
                parts.addFirst(part + words.of("web.sum.group." + group));
            }
            left /= base;
        }
        String spoken = parts.isEmpty() ? "0" : String.join(words.of("web.sum.between"), parts);
        return words.of(rail == Rail.POINTS ? "web.unit.points" : "web.unit.yen", spoken.strip());
    }

    /** How long until a moment, or how long it has passed; nothing for no moment. */
    public String left(Optional<Long> minutes) {
        return minutes.map(m -> words.of(m < 0 ? "web.left.late" : "web.left.left", span(m)))
                .orElse("");
    }

    private String span(long minutes) {
        long all = Math.abs(minutes);
        if (all >= MINUTES_PER_DAY) {
            return words.of(
                    "web.left.days",
                    all / MINUTES_PER_DAY,
                    all % MINUTES_PER_DAY / MINUTES_PER_HOUR);
        }
        return words.of("web.left.hours", all / MINUTES_PER_HOUR, all % MINUTES_PER_HOUR);
    }

    /** What a refusal says, one sentence a line. */
    public String said(Refusal refusal) {
        return words.of(refusal);
    }

    /** The look of a chip for the state of a file; its word says the same. */
    public String tone(FileState state) {
        return switch (state) {
            case DRAFT, RELEASED -> "blue";
            case SUBMITTED, APPROVED -> "wait";
            case ACCEPTED, SETTLED -> "good";
            case REJECTED, WITHDRAWN, UNKNOWN, CANCEL_REQUESTED, CANCELLED -> "bad";
        };
    }

    /** How many of the three people have acted: who made it, who approved, who released. */
    public int people(DispatchFile file) {
        return 1
                + (file.approvedBy().isPresent() ? 1 : 0)
                + (file.releasedBy().isPresent() ? 1 : 0);
    }

    /** Why a payment came back. */
    public String why(Optional<String> reason) {
        return why(words, reason.orElse(""));
    }

    /** The same for a reason that is known. */
    public String reasonOf(String reason) {
        return why(words, reason);
    }

    static String why(Words words, String reason) {
        return switch (reason) {
            case "" -> words.of("web.returned.NONE");
            case "RETURNED", "STOPPED", "REVERSED", "CANCELLED_BY_BANK" ->
                    words.of("web.returned." + reason);
            default -> isOutcome(reason) ? words.of("web.outcome." + reason) : reason;
        };
    }

    private static boolean isOutcome(String reason) {
        return Arrays.stream(Outcome.values()).anyMatch(known -> known.name().equals(reason));
    }

    /** Whole days from a day to another. */
    public long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** A count as figures. */
    public String count(Number number) {
        return texts.count(number);
    }
}
