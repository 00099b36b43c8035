package jp.kyufu.assessment;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * An application on its way through assessment.
 *
 * @param resident the matched resident; null where nobody was found
 * @param formCodes what intake and matching found
 * @param payeeShared its account or wallet occurs in an application of another household
 * @param word what people decided about it
 * @param earlier the outcome of the last run; null the first time
 * @param inFile its payment is in a file or beyond: its outcome stands for good
 * @param hasAccount where its money goes was written down when it was first decided
 */
record Submission(
        long applicationId,
        LocalDateTime receivedAt,
        String receiptNo,
        @Nullable String resident,
        Set<ReasonCode> formCodes,
        @Nullable Rail rail,
        boolean payeeShared,
        boolean receiptConflict,
        ApplicationForm form,
        PersonsWord word,
        @Nullable Outcome earlier,
        boolean inFile,
        boolean hasAccount) {

    /** Earlier wins; ties: the lower receipt number (file contract §9). */
    static final Comparator<Submission> FIRST_COME =
            Comparator.comparing(Submission::receivedAt)
                    .thenComparing(Submission::receiptNo)
                    .thenComparing(Submission::applicationId);

    /** The outcome that stands for good, if its payment is in a file or beyond; else null. */
    @Nullable Outcome settled() {
        return inFile ? earlier : null;
    }

    /**
     * What comes of it: nothing of its own, where a corrected one has taken its place; what is
     * settled stays.
     */
    Outcome unlessReplaced(Outcome outcome) {
        Optional<Long> by = word.replacedBy();
        if (by.isEmpty() || settled() != null) {
            return outcome;
        }
        Set<ReasonCode> codes = EnumSet.of(ReasonCode.SUPERSEDED);
        codes.addAll(outcome.codes());
        return outcome.as(ApplicationState.DUPLICATE, codes, by.get());
    }

    /**
     * What people decided about an application through its findings.
     *
     * @param confirmed codes that no longer hold it
     * @param decliners residents who decline, in place of what the form says; empty: as written
     * @param replacedBy the application that says the same corrected, at the applicant's word
     */
    record PersonsWord(
            Set<ReasonCode> confirmed,
            boolean refused,
            Optional<List<String>> decliners,
            Optional<Long> replacedBy) {

        static final PersonsWord NONE =
                new PersonsWord(Set.of(), false, Optional.empty(), Optional.empty());

        /** This word, and that another application has taken the place. */
        PersonsWord replaced(long by) {
            return new PersonsWord(confirmed, refused, decliners, Optional.of(by));
        }
    }
}
