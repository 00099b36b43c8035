package jp.kyufu.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.access.People;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.audit.Audit;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.intake.Rectifications;
import jp.kyufu.matching.HouseholdMembers;
import jp.kyufu.program.Program;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One finding as a person of the office sees it: the form as written beside the register. Every
 * look is recorded with its reason; a protected person's case opens only to the right {@code
 * protected}, and for a reason of its own (design §5).
 */
@Component
public class Review {

    /** Where somebody lives or is reached. */
    private static final Set<Field> WHEREABOUTS =
            EnumSet.of(Field.POSTAL_CODE, Field.ADDRESS, Field.PHONE, Field.EMAIL);

    /** Of which a screen shows the last three characters. */
    private static final Set<Field> ACCOUNTS =
            EnumSet.of(Field.ACCOUNT_NO, Field.YUCHO_NUMBER, Field.WALLET);

    private static final int SHOWN = 3;

    private final ReviewStore store;
    private final HouseholdMembers households;
    private final Rectifications rectifications;
    private final Vault vault;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Review(
            ReviewStore store,
            HouseholdMembers households,
            Rectifications rectifications,
            Vault vault,
            People people,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.households = households;
        this.rectifications = rectifications;
        this.vault = vault;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An application as matching and assessment left it.
     *
     * @param fixed whether a payment of it has been in a file, so that its resident stays
     */
    public record Application(
            long id,
            String receiptNo,
            String channel,
            LocalDateTime receivedAt,
            String file,
            @Nullable String residentNo,
            @Nullable String method,
            @Nullable String householdNo,
            String state,
            List<ReasonCode> codes,
            @Nullable String rail,
            @Nullable Long amount,
            List<String> declined,
            @Nullable String duplicateOf,
            boolean fixed) {}

    /**
     * A resident as the register has him today.
     *
     * @param claimsWith household of the entitlement; null: none
     */
    public record Resident(
            String residentNo,
            String householdNo,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            String relation,
            boolean head,
            String address,
            LocalDate since,
            @Nullable String leftReason,
            @Nullable LocalDate leftOn,
            boolean guarded,
            @Nullable String claimsWith,
            boolean entitled) {}

    /**
     * Another application that has to do with this one.
     *
     * @param elsewhere of another household, with the same account or wallet
     */
    public record Other(
            long id,
            String receiptNo,
            String channel,
            LocalDateTime receivedAt,
            String state,
            List<ReasonCode> codes,
            @Nullable String rail,
            @Nullable Long amount,
            @Nullable String householdNo,
            boolean elsewhere) {}

    /**
     * A correction of what the applicant had written.
     *
     * @param from as written before, and {@code to} after, by field; accounts by their last three
     */
    public record Corrected(
            long applicationId,
            String receiptNo,
            Rectifications.@Nullable Source source,
            @Nullable String reason,
            @Nullable String person,
            @Nullable OffsetDateTime at,
            List<Change> changes) {}

    /** One field of a correction; empty texts where it says nothing. */
    public record Change(Field field, String from, String to) {}

    /** A row of a file. */
    public record Line(String file, long line) {}

    /** Whether and how the case is shown. */
    public enum Access {
        OPEN,
        /** A protected person's: the one who asks has the right, and owes a reason. */
        NEEDS_REASON,
        /** A protected person's, and the one who asks lacks the right. */
        CLOSED
    }

    /**
     * What stands beside a finding.
     *
     * @param form as written, fields that say something; accounts by their last three characters
     * @param residents of the household, or the two of a register duplicate with their households
     * @param corrections of this application, the first first, whichever version it is
     * @param correctable whether the office may correct this version now
     */
    public record Sight(
            Access access,
            @Nullable Application application,
            Map<Field, String> form,
            List<Resident> residents,
            List<Other> related,
            List<Line> conflicts,
            List<Corrected> corrections,
            boolean correctable) {

        private static Sight of(Access access, List<Resident> residents, List<Other> applications) {
            return new Sight(
                    access, null, Map.of(), residents, applications, List.of(), List.of(), false);
        }
    }

    /**
     * Shows what a finding is about.
     *
     * @param person of the office
     * @param reason why a protected person's case is opened; empty otherwise
     */
    @Transactional
    public Sight look(Program program, Finding finding, String person, String reason) {
        Optional<ReviewStore.Row> row =
                application(finding).flatMap(no -> store.application(program.id(), no));
        List<String> named =
                Stream.of(finding.residentNo(), finding.otherResidentNo())
                        .filter(Objects::nonNull)
                        .toList();
        return look(
                program,
                "finding " + finding.findingNo(),
                row,
                residents(program, named, finding.householdNo(), row),
                person,
                reason,
                Role.OFFICE);
    }

    /**
     * The same of an application, whether or not anything is open about it.
     *
     * @throws Refusal if the program has none of this number
     */
    @Transactional
    public Sight look(Program program, long application, String person, String reason) {
        Optional<ReviewStore.Row> row = store.application(program.id(), application);
        if (row.isEmpty()) {
            throw new Refusal("assessment.application.none", Long.toString(application));
        }
        return look(
                program,
                "application " + row.get().application().receiptNo(),
                row,
                residents(program, List.of(), null, row),
                person,
                reason,
                Role.OFFICE);
    }

    /**
     * A household of the register with the applications it has made, for the office and auditors.
     *
     * @param no number of a household, or of a resident of it
     * @throws Refusal if the register knows neither
     */
    @Transactional
    public Sight household(Program program, String no, String person, String reason) {
        List<Resident> residents = residents(program, List.of(), no, Optional.empty());
        if (residents.isEmpty()) {
            residents = residents(program, List.of(no), null, Optional.empty());
        }
        return household(program, no, residents, person, reason);
    }

    /** The same of the household of a resident, whatever else has this number. */
    @Transactional
    Sight householdOf(Program program, String residentNo, String person, String reason) {
        List<Resident> residents = residents(program, List.of(residentNo), null, Optional.empty());
        return household(program, residentNo, residents, person, reason);
    }

    private Sight household(
            Program program, String no, List<Resident> residents, String person, String reason) {
        if (residents.isEmpty()) {
            throw new Refusal("assessment.household.none", no);
        }
        String household = residents.getFirst().householdNo();
        Sight sight =
                look(
                        program,
                        "household " + household,
                        Optional.empty(),
                        residents,
                        person,
                        reason,
                        Role.OFFICE,
                        Role.AUDITOR);
        return sight.access() == Access.OPEN
                ? Sight.of(Access.OPEN, residents, store.related(program.id(), 0, household))
                : sight;
    }

    private Optional<Long> application(Finding finding) {
        return Optional.ofNullable(finding.applicationId())
                .or(() -> Optional.ofNullable(finding.paymentNo()).map(store::applicationOf));
    }

    private Sight look(
            Program program,
            String object,
            Optional<ReviewStore.Row> row,
            List<Resident> residents,
            String person,
            String reason,
            Role... any) {
        boolean mayGuarded =
                people.require(person, LocalDate.now(clock), any).roles().contains(Role.PROTECTED);
        boolean guarded =
                residents.stream().anyMatch(Resident::guarded)
                        || row.map(ReviewStore.Row::apart).orElse(false);
        Application application = row.map(ReviewStore.Row::application).orElse(null);
        if (guarded && (!mayGuarded || reason.isBlank())) {
            Access access = mayGuarded ? Access.NEEDS_REASON : Access.CLOSED;
            return Sight.of(access, List.of(), List.of());
        }
        audit.record(
                person,
                guarded ? "protected.view" : "review.view",
                object,
                guarded ? Map.of("reason", reason.strip()) : Map.of());
        if (application == null) {
            return Sight.of(Access.OPEN, residents, List.of());
        }
        boolean hideWhereabouts = row.get().candidateProtected() && !mayGuarded;
        List<Rectifications.Version> versions = rectifications.versions(application.id());
        Rectifications.Version newest = versions.getLast();
        return new Sight(
                Access.OPEN,
                application,
                form(row.get().sealed(), hideWhereabouts),
                residents,
                store.related(program.id(), application.id(), application.householdNo()),
                store.conflicts(application.id()),
                corrections(versions, hideWhereabouts),
                newest.applicationId() == application.id()
                        && Rectifying.isOpen(application, newest.no()));
    }

    private List<Resident> residents(
            Program program,
            List<String> named,
            @Nullable String household,
            Optional<ReviewStore.Row> row) {
        Set<String> numbers = new LinkedHashSet<>(named);
        List<String> of = new ArrayList<>();
        store.residents(program.id(), named).forEach(one -> of.add(one.householdNo()));
        if (household != null) {
            of.add(household);
        }
        row.ifPresent(one -> {
            if (one.application().householdNo() != null) {
                of.add(one.application().householdNo());
            }
            if (one.application().residentNo() != null) {
                numbers.add(one.application().residentNo());
            }
        });
        of.stream().distinct().forEach(no -> numbers.addAll(households.of(program, no)));
        return store.residents(program.id(), numbers);
    }

    private Map<Field, String> form(byte[] sealed, boolean hideWhereabouts) {
        ApplicationForm form = ApplicationForm.fromBytes(vault.open(sealed));
        Map<Field, String> written = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String text = form.get(field);
            if (!text.isEmpty() && !(hideWhereabouts && WHEREABOUTS.contains(field))) {
                written.put(field, shown(field, text));
            }
        }
        return written;
    }

    private static List<Corrected> corrections(
            List<Rectifications.Version> versions, boolean hideWhereabouts) {
        List<Corrected> corrections = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            Rectifications.Version before = versions.get(i - 1);
            Rectifications.Version after = versions.get(i);
            List<Change> changes =
                    after.form().differences(before.form()).stream()
                            .filter(field -> field != Field.RECEIPT_NO)
                            .filter(field -> !(hideWhereabouts && WHEREABOUTS.contains(field)))
                            .map(field ->
                                    new Change(
                                            field,
                                            shown(field, before.form().get(field)),
                                            shown(field, after.form().get(field))))
                            .toList();
            corrections.add(
                    new Corrected(
                            after.applicationId(),
                            after.receiptNo(),
                            after.source(),
                            after.reason(),
                            after.person(),
                            after.at(),
                            changes));
        }
        return corrections;
    }

    private static String shown(Field field, String text) {
        return ACCOUNTS.contains(field) && !text.isBlank() ? lastThree(text) : text;
    }

    private static String lastThree(String text) {
        String bare = text.strip();
        int from = Math.max(0, bare.length() - SHOWN);
        return "…" + bare.substring(from);
    }
}
