package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.inquiry.PeopleIndex.Found;
import jp.kyufu.matching.PackedNumber;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the call center does with one case: opens it, compares it with what the caller says, shows a
 * field in full, keeps a note. Opening and showing are recorded with the person who did; whoever
 * opens very many says why ({@link CaseLimits}).
 */
@Component
public class Cases {

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_REASON = 200;

    private final SearchIndex index;
    private final CaseFiles files;
    private final CaseTelling telling;
    private final PersonStore persons;
    private final ContactStore contacts;
    private final CaseLimits limits;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Cases(
            SearchIndex index,
            CaseFiles files,
            CaseTelling telling,
            PersonStore persons,
            ContactStore contacts,
            CaseLimits limits,
            People people,
            Audit audit,
            Clock clock) {
        this.index = index;
        this.files = files;
        this.telling = telling;
        this.persons = persons;
        this.contacts = contacts;
        this.limits = limits;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a case, masked.
     *
     * @throws Refusal if there is none, the register is being read, or the person is of neither
     *     call center nor office
     */
    @Transactional
    public Case open(Program program, String person, CaseKey key) {
        CaseFile file = file(program, person, key);
        record(person, "call.view", program, file.key(), Map.of());
        List<Contact> notes =
                file.situation() == Situation.OFFICE
                        ? List.of()
                        : contacts.about(
                                program.id(),
                                household(file.key()),
                                file.standings().stream().map(Standing::id).toList());
        return telling.tell(program, file, notes);
    }

    /**
     * Compares what the caller says with whom the case is about.
     *
     * @throws Refusal as {@link #open}, and if nobody of the case may be compared with
     */
    public Comparison compare(Program program, String person, CaseKey key, Comparison.Said said) {
        CaseFile file = file(program, person, key);
        Person known = file.person();
        if (known == null || file.situation() == Situation.OFFICE) {
            throw new Refusal("inquiry.officeAnswers");
        }
        List<String> phones =
                said.phone().isBlank()
                        ? List.of()
                        : file.standings().stream()
                                .flatMap(one -> persons.form(one.id()).stream())
                                .map(form -> form.get(jp.kyufu.intake.Field.PHONE))
                                .toList();
        return Comparison.of(said, known, phones);
    }

    /**
     * Shows a field of an application in full, as the applicant wrote it. Accounts and wallets are
     * never shown.
     *
     * @param reason why it must be seen; kept
     * @throws Refusal without a reason, and where only the office answers: of an application that
     *     is in nobody's name yet, or of a household with a protected member
     */
    @Transactional
    public String reveal(
            Program program, String person, long application, Reveal field, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal("inquiry.revealReason", LONGEST_REASON);
        }
        CaseFile file = file(program, person, new CaseKey.OfApplication(application));
        Optional<Standing> of =
                file.standings().stream().filter(one -> one.id() == application).findAny();
        if (of.isEmpty() || !CaseTelling.isRevealable(file, of.get(), today())) {
            throw new Refusal("inquiry.officeAnswers");
        }
        record(
                person,
                "call.reveal",
                program,
                new CaseKey.OfApplication(application),
                Map.of("field", field.name(), "reason", reason.strip()));
        return persons.form(application).map(field::of).orElse("");
    }

    /**
     * Keeps a note of a call about a case; of a case that the office alone answers, too.
     *
     * @throws Refusal if nothing was asked, or a text is too long or holds control characters
     */
    @Transactional
    public void note(
            Program program,
            String person,
            CaseKey key,
            Relation relation,
            Topic topic,
            String asked,
            String said) {
        CaseFile file = file(program, person, key);
        for (String text : List.of(asked, said)) {
            boolean plain = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r');
            if (text.length() > LONGEST_NOTE || !plain) {
                throw new Refusal("inquiry.noteTooLong", LONGEST_NOTE);
            }
        }
        if (asked.isBlank()) {
            throw new Refusal("inquiry.noteEmpty");
        }
        contacts.add(
                program.id(),
                file.key(),
                relation,
                topic,
                asked.strip(),
                said.strip(),
                person,
                clock.instant());
    }

    private CaseFile file(Program program, String person, CaseKey key) {
        people.require(person, today(), Role.CALLCENTER, Role.OFFICE);
        PeopleIndex known = index.view().index().orElseThrow(() -> new Refusal("inquiry.reading"));
        long inCase = inCase(known, key);
        if (limits.wantsReason(person, CaseKey.of(inCase))) {
            throw new Refusal("inquiry.many", limits.perHour());
        }
        return files.read(known, List.of(new Found(0, inCase, 0)), program, today()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("inquiry.noCase"));
    }

    /**
     * Whether a person has opened so many cases in this hour that he or she must give {@link
     * CaseLimits#giveReason a reason} before opening this one.
     */
    public boolean wantsReason(String person, CaseKey key) {
        return index.view()
                .index()
                .map(known -> limits.wantsReason(person, CaseKey.of(inCase(known, key))))
                .orElse(false);
    }

    /** An application that belongs to a household is told with it, unless it is hidden. */
    private static long inCase(PeopleIndex known, CaseKey key) {
        return switch (key) {
            case CaseKey.OfHousehold household -> PackedNumber.of(household.householdNo());
            case CaseKey.OfApplication application -> known.applications().caseOf(application.id());
        };
    }

    private void record(
            String person, String act, Program program, CaseKey key, Map<String, String> more) {
        Map<String, String> detail = new java.util.TreeMap<>(more);
        detail.put("program", program.code());
        audit.record(person, act, "case " + key.text(), detail);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static @Nullable String household(CaseKey key) {
        return switch (key) {
            case CaseKey.OfHousehold household -> household.householdNo();
            case CaseKey.OfApplication _ -> null;
        };
    }
}
