package jp.kyufu.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyufu.audit.Audit;
import jp.kyufu.intake.Field;
import jp.kyufu.intake.Rectifications;
import jp.kyufu.intake.Rectifications.Entered;
import jp.kyufu.intake.Rectifications.Source;
import jp.kyufu.program.Program;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office corrects a defective application by what the applicant has written or said (補正). The
 * corrected one enters through intake and takes the place of the one it corrects at the next
 * assessment, which the gate asks for as after any upload. A correction is undone by another.
 */
@Component
public class Rectifying {

    private final Review review;
    private final Rectifications rectifications;
    private final Audit audit;

    Rectifying(Review review, Rectifications rectifications, Audit audit) {
        this.review = review;
        this.rectifications = rectifications;
        this.audit = audit;
    }

    /**
     * What somebody of the office corrects.
     *
     * @param said what the fields say now; see {@link Rectifications#enter}
     * @param reason what the applicant said, and when; kept for ever
     * @param guarded why a protected person's case is opened; empty otherwise
     */
    public record Correction(
            Map<Field, String> said, Source source, String reason, String guarded) {}

    /**
     * Whether an application is one that can be corrected: defective and not refused by a person,
     * or itself a correction, of which no payment has been in a file.
     *
     * @param version 1 as it was handed in
     */
    static boolean isOpen(Review.Application application, int version) {
        boolean defective =
                application.state().equals(ApplicationState.DEFECTIVE.name())
                        && !application.codes().contains(ReasonCode.REFUSED);
        boolean corrected = version > 1 && !application.codes().contains(ReasonCode.REFUSED);
        return (defective || corrected) && !application.fixed();
    }

    /**
     * Corrects an application.
     *
     * @return the one that takes its place
     * @throws Refusal to anybody but the office, without a reason, of a protected person's case
     *     without the right and a reason, where {@link #isOpen} says no, and as {@link
     *     Rectifications#enter} does
     */
    @Transactional
    public Entered correct(
            Program program, long application, Correction correction, String person) {
        Review.Sight sight = review.look(program, application, person, correction.guarded());
        if (correction.reason().isBlank()) {
            throw new Refusal("assessment.rectify.reasonMissing");
        }
        Review.Application found = sight.application();
        if (found == null) {
            throw new Refusal("assessment.rectify.closed");
        }
        List<Rectifications.Version> versions = rectifications.versions(application);
        Rectifications.Version newest = versions.getLast();
        if (newest.applicationId() == application && !isOpen(found, newest.no())) {
            throw new Refusal(
                    found.fixed() ? "assessment.rectify.inFile" : "assessment.rectify.notDefective",
                    found.receiptNo());
        }
        Entered entered =
                rectifications.enter(
                        program,
                        application,
                        correction.said(),
                        correction.source(),
                        correction.reason(),
                        person);
        audit.record(
                person,
                "application.correct",
                "application " + entered.receiptNo(),
                Map.of(
                        "corrects",
                        found.receiptNo(),
                        "source",
                        correction.source().name(),
                        "fields",
                        correction.said().keySet().stream()
                                .map(Enum::name)
                                .sorted()
                                .collect(Collectors.joining("|"))));
        return entered;
    }
}
