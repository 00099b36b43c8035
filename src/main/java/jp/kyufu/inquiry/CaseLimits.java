package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases somebody who answers calls opens in an hour: as many as {@link
 * InquirySettings#casesPerHour}, and as many again for each reason given since. Counted from the
 * audit chain, so over all processes and sign-ins; a case that was open already costs nothing. The
 * office has lists of its own and is not counted. Every reason is told to administrators and
 * auditors.
 */
@Component
public class CaseLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TOLD = Duration.ofDays(7);
    private static final int LONGEST_REASON = 200;
    private static final int MOST_TOLD = 50;

    private final CaseLimitStore store;
    private final InquirySettings settings;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    CaseLimits(
            CaseLimitStore store,
            InquirySettings settings,
            People people,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody did in the last hour.
     *
     * @param opened different cases
     * @param reasons given for more of them
     * @param known whether the case asked about is one of those
     */
    record Usage(int opened, int reasons, boolean known) {}

    /** Somebody who wanted more than the limit. */
    public record Many(OffsetDateTime at, String person, int opened, String reason) {}

    /** Whether a person must give a reason before opening this case. */
    public boolean wantsReason(String person, CaseKey key) {
        Person who = people.require(person, today(), Role.CALLCENTER, Role.OFFICE);
        if (who.roles().contains(Role.OFFICE)) {
            return false;
        }
        Usage usage = store.usage(person, "case " + key.text(), since(HOUR));
        return !usage.known() && usage.opened() >= settings.casesPerHour() * (1 + usage.reasons());
    }

    /**
     * Takes a reason for opening more cases than usual; as many again may be opened in this hour.
     *
     * @throws Refusal without one
     */
    @Transactional
    public void giveReason(String person, String reason) {
        people.require(person, today(), Role.CALLCENTER, Role.OFFICE);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal("inquiry.manyReason", LONGEST_REASON);
        }
        Usage usage = store.usage(person, "", since(HOUR));
        audit.record(
                person,
                "call.many",
                "person " + person,
                Map.of("opened", usage.opened(), "reason", reason.strip()));
    }

    /** Who wanted more in the last seven days, the newest first. */
    public List<Many> told(String person) {
        people.require(person, today(), Role.ADMIN, Role.AUDITOR);
        return store.many(since(TOLD), MOST_TOLD);
    }

    /** Opened in an hour without a reason. */
    public int perHour() {
        return settings.casesPerHour();
    }

    private Instant since(Duration back) {
        return clock.instant().minus(back);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
