package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers about single applications. */
@Component
public class Inquiry {

    private final InquiryStore store;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Inquiry(InquiryStore store, People people, Audit audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The story of every application of this receipt number: one, unless two channels share it. Of
     * a protected person's application it says only that the office answers (rule I13).
     *
     * @throws Refusal if no application of the program has it
     */
    public List<Story> stories(Program program, String receiptNo) {
        return found(program, receiptNo).stream().map(Story::masked).toList();
    }

    /**
     * The same with nothing hidden, for a person with the right {@code protected}; recorded with
     * the reason.
     *
     * @throws Refusal without the right or a reason, too
     */
    @Transactional
    public List<Story> wholeStories(
            Program program, String receiptNo, String person, String reason) {
        people.require(person, LocalDate.now(clock), Role.PROTECTED);
        if (reason.isBlank()) {
            throw new Refusal("inquiry.reasonMissing");
        }
        audit.record(
                person,
                "protected.view",
                "application " + receiptNo,
                Map.of("program", program.code(), "reason", reason.strip()));
        return found(program, receiptNo);
    }

    private List<Story> found(Program program, String receiptNo) {
        List<Story> found = store.stories(program.id(), receiptNo);
        if (found.isEmpty()) {
            throw new Refusal("inquiry.none", receiptNo);
        }
        return found;
    }
}
