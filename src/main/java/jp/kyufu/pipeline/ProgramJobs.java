package jp.kyufu.pipeline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.assessment.Entitlements;
import jp.kyufu.audit.Audit;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.program.Amendment;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening and amending a program: what touches more than the program itself, in one transaction.
 */
@Component
public class ProgramJobs {

    private final Programs programs;
    private final Entitlements entitlements;
    private final PaymentStore payments;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    ProgramJobs(
            Programs programs,
            Entitlements entitlements,
            PaymentStore payments,
            People people,
            Audit audit,
            Clock clock) {
        this.programs = programs;
        this.entitlements = entitlements;
        this.payments = payments;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A program just opened.
     *
     * @param entitled residents
     * @param duplicates findings: two resident numbers that may be one person
     */
    public record Opened(Program program, int entitled, int duplicates) {}

    /** Opens a program on the current register. */
    @Transactional
    public Opened open(Path file, String person) {
        ProgramTerms terms = ProgramFile.read(file);
        Program program = programs.open(terms, person);
        Entitlements.Opening opening = entitlements.open(program);
        audit.record(
                person,
                "entitlements.open",
                "program " + program.code(),
                Map.of("entitled", opening.entitled(), "duplicates", opening.duplicates()));
        return new Opened(program, opening.entitled(), opening.duplicates());
    }

    /** Amends window, budget and bank profile; more only while no payment exists. */
    @Transactional
    public Amendment amend(Path file, String person) {
        people.require(person, LocalDate.now(clock), Role.OFFICE, Role.FINANCE, Role.ADMIN);
        Amendment amendment =
                programs.amend(file, person, program -> payments.anyPayment(program.id()));
        audit.record(
                person,
                "entitlements.follow",
                "program " + amendment.program().code(),
                Map.of("differences", amendment.differences().size()));
        return amendment;
    }
}
