package jp.kyufu.web.call;

import java.time.LocalDate;
import jp.kyufu.inquiry.Sentence;
import jp.kyufu.inquiry.Situation;
import jp.kyufu.web.Texts;

/** What is said to a caller, in the reader's language; the templates' {@code said}. */
public record Sentences(Texts t) {

    /** A sentence with its days and amounts as they are read out. */
    public String of(Sentence sentence) {
        Object[] args =
                sentence.args().stream()
                        .map(arg ->
                                switch (arg) {
                                    case LocalDate day -> t.day(day);
                                    case Sentence.Amount amount ->
                                            t.amount(amount.amount(), amount.rail());
                                    default -> arg;
                                })
                        .toArray();
        return t.words().of(sentence.key(), args);
    }

    /** How a chip of a situation looks. */
    public String look(Situation situation) {
        return switch (situation) {
            case PAID -> "good";
            case MISSING, REFUSED, RETURNED, CANCELLED -> "bad";
            case RECEIVED, SEARCHING, CHECKING, UNCLEAR, OFFICE -> "wait";
            case DECIDED, PREPARED, SENT, DUE -> "blue";
            case NOT_APPLIED_BEFORE,
                    NOT_APPLIED,
                    NOT_APPLIED_AFTER,
                    NOT_ENTITLED,
                    NOTHING_DUE,
                    DUPLICATE ->
                    "";
        };
    }
}
