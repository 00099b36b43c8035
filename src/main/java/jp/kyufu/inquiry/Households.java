package jp.kyufu.inquiry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.assessment.Review;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything about one household in one place, for auditors and the office: members, what each is
 * entitled to, applications, payments, and what people did about any of them. Each look is
 * recorded; of a household with a protected member it opens to the right and a reason alone, as
 * {@link Review} says.
 */
@Component
public class Households {

    private final HouseholdFileStore store;
    private final InquiryStore applications;
    private final Review review;

    Households(HouseholdFileStore store, InquiryStore applications, Review review) {
        this.store = store;
        this.applications = applications;
        this.review = review;
    }

    /**
     * A household.
     *
     * @param sight members and applications, and whether all this is open at all
     * @param payments of its applications, each share a row; empty where it is not open
     * @param acts of people, the newest first; at most {@link #MOST_ACTS}
     */
    public record HouseholdFile(Review.Sight sight, List<Share> payments, List<Act> acts) {}

    /** How many acts are shown; the audit search has all. */
    public static final int MOST_ACTS = 200;

    /**
     * One resident's share of a payment.
     *
     * @param fileNo the file it was taken into last; null: none
     * @param correction 0 the benefit, otherwise the nth difference
     * @param since when the payment came into its state
     */
    public record Share(
            long paymentNo,
            String residentNo,
            long applicationId,
            String receiptNo,
            int attempt,
            int correction,
            String rail,
            long amount,
            String state,
            @Nullable Integer fileNo,
            OffsetDateTime since) {}

    /** Something a person did: an event of the audit chain. */
    public record Act(
            long seq, OffsetDateTime at, String person, String act, String object, String detail) {}

    /**
     * Opens a household.
     *
     * @param no number of the household, or of a resident of it
     * @param reason why a protected person's is opened; empty otherwise
     * @throws Refusal to anybody but office and auditors, and if the register knows no such number
     */
    @Transactional
    public HouseholdFile file(Program program, String no, String person, String reason) {
        Review.Sight sight = review.household(program, no, person, reason);
        if (sight.access() != Review.Access.OPEN) {
            return new HouseholdFile(sight, List.of(), List.of());
        }
        String household = sight.residents().getFirst().householdNo();
        List<String> members = sight.residents().stream().map(Review.Resident::residentNo).toList();
        List<Long> of =
                sight.related().stream()
                        .filter(one -> !one.elsewhere())
                        .map(Review.Other::id)
                        .toList();
        List<Share> shares = store.shares(of);
        return new HouseholdFile(
                sight, shares, acts(program, household, members, sight.related(), shares));
    }

    private List<Act> acts(
            Program program,
            String household,
            List<String> members,
            List<Review.Other> related,
            List<Share> shares) {
        List<Long> ids = related.stream().map(Review.Other::id).toList();
        List<Long> payments = shares.stream().map(Share::paymentNo).distinct().toList();
        List<String> objects = new ArrayList<>();
        objects.add("household " + household);
        objects.add("case " + new CaseKey.OfHousehold(household).text());
        members.forEach(one -> objects.addAll(List.of("household " + one, "resident " + one)));
        for (Review.Other one : related) {
            objects.add("application " + one.receiptNo());
            objects.add(Long.toString(one.id()));
            objects.add("case " + new CaseKey.OfApplication(one.id()).text());
        }
        payments.forEach(one -> objects.add("payment " + one));
        shares.stream()
                .filter(share -> share.fileNo() != null)
                .map(share -> "file " + share.fileNo())
                .distinct()
                .forEach(objects::add);
        store.findings(program.id(), household, members, ids, payments)
                .forEach(finding -> objects.add("finding " + finding));
        return store.acts(objects, MOST_ACTS);
    }

    /** The household that a receipt number belongs to; empty where it is nobody's yet. */
    @Transactional(readOnly = true)
    public Optional<String> ofReceipt(Program program, String receiptNo) {
        return applications
                .standings(applications.withReceipt(program.id(), receiptNo.strip()))
                .stream()
                .flatMap(one -> store.household(one.id()).stream())
                .findFirst();
    }
}
