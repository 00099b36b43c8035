package jp.kyufu.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.Explanation.Person;
import jp.kyufu.matching.Explanation.Step;
import jp.kyufu.matching.Explanation.Text;
import jp.kyufu.matching.MatchStore.Written;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows people of the office why an application is whose it is. It reads names and addresses, so
 * each look is audited with its reason; where a protected person lives is for those alone who hold
 * the right {@code protected}.
 */
@Component
public class Explanations {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final MatchStore store;
    private final KnownRegister register;
    private final Vault vault;
    private final Model model;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Explanations(
            DataSource source,
            KnownRegister register,
            Vault vault,
            Model model,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new MatchStore(source);
        this.register = register;
        this.vault = vault;
        this.model = model;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Explains one application with the register and the model as they are now.
     *
     * @param applicationId as {@link MatchDecisions#application} finds it
     * @param reason why somebody looks; kept in the audit trail
     * @throws Refusal if the person is not of the office, or gives no reason
     */
    public Explanation explain(
            Program program, long applicationId, String receiptNo, String person, String reason) {
        boolean seesProtected =
                people.require(person, LocalDate.ofInstant(clock.instant(), TOKYO), Role.OFFICE)
                        .roles()
                        .contains(Role.PROTECTED);
        if (reason.isBlank()) {
            throw new Refusal("matching.lookWithoutReason", receiptNo);
        }
        return transaction.execute(_ -> {
            audit.record(
                    person,
                    "match.explain",
                    Long.toString(applicationId),
                    Map.of("reason", reason));
            Explanation whole = explain(program, applicationId, receiptNo);
            return seesProtected ? whole : whole.masked();
        });
    }

    /** Reads what every look needs of the register, so that the first who looks does not wait. */
    public void ready(Program program) {
        transaction.executeWithoutResult(_ -> register.on(program.terms().referenceDate()));
    }

    private Explanation explain(Program program, long applicationId, String receiptNo) {
        RegisterKeys register = this.register.on(program.terms().referenceDate());
        Matcher matcher = new Matcher(register, model);
        Words.Said said = store.words().of(store.applicant(applicationId), register);
        Applicant applicant = store.applicant(applicationId).not(said.notThese());
        Texts texts = new Texts(register, store, vault);
        List<Applicant> one = List.of(applicant);
        Facts facts = texts.applicants(one).getFirst();
        Outcome outcome = outcome(matcher, applicant, new Namesakes(register, one), texts);
        Ranking ranking = Ranking.of(register, model, one, List.of(facts), texts::residents);
        List<Candidate> ranked = ranking.of(0);
        Weights weights = ranking.scoring().weights();
        List<Explanation.Candidate> candidates = new ArrayList<>();
        for (Candidate near : ranked.subList(0, Math.min(ranked.size(), Candidate.SHOWN))) {
            candidates.add(candidate(near, register, weights));
        }
        return new Explanation(
                receiptNo,
                model.version(),
                store.decided(applicationId),
                said.decision() != null ? MatchMethod.PERSON.name() : step(outcome),
                weights.prior(),
                model.thresholds(),
                applicant(store.sealedForms(new long[] {applicationId}).values(), facts),
                candidates);
    }

    private static Outcome outcome(
            Matcher matcher, Applicant applicant, Namesakes namesakes, Texts texts) {
        Optional<Matched> found = matcher.byNumber(List.of(applicant)).getFirst();
        if (found.isEmpty()) {
            found = matcher.byKeys(applicant, namesakes);
        }
        return found.isPresent()
                ? found.get()
                : matcher.byText(List.of(applicant), namesakes, texts).getFirst();
    }

    private static String step(Outcome outcome) {
        return switch (outcome) {
            case Matched matched -> matched.method().name();
            case Open open -> open.code().name();
        };
    }

    private Explanation.Candidate candidate(Candidate one, RegisterKeys register, Weights weights) {
        String residentNo = PackedNumber.text(register.residentNo(one.resident()));
        Written written = store.residents(new String[] {residentNo}).getFirst();
        Facts facts = written.facts();
        List<Step> steps =
                Arrays.stream(Fact.values())
                        .filter(fact -> !fact.isMissing(one.pattern().level(fact)))
                        .map(fact ->
                                new Step(
                                        fact,
                                        one.pattern().levelOf(fact).name(),
                                        weights.of(fact, one.pattern(), one.resident())))
                        .toList();
        return new Explanation.Candidate(
                residentNo,
                PackedNumber.text(register.householdNo(one.resident())),
                one.weight(),
                new Person(
                        new Text(written.name(), facts.folded()),
                        new Text(written.kana(), facts.kana()),
                        birth(String.valueOf(written.birth()), facts),
                        new Text(written.dwelling(), facts.address())),
                written.isProtected(),
                steps);
    }

    private Person applicant(Iterable<byte[]> sealed, Facts facts) {
        ApplicationForm form = ApplicationForm.fromBytes(vault.open(sealed.iterator().next()));
        return new Person(
                new Text(form.get(Field.NAME), facts.folded()),
                new Text(form.get(Field.KANA), facts.kana()),
                birth(form.get(Field.BIRTH_DATE), facts),
                new Text(form.get(Field.ADDRESS), facts.address()));
    }

    private static Text birth(String written, Facts facts) {
        return new Text(
                written,
                facts.hasBirthDay() ? LocalDate.ofEpochDay(facts.birthDay()).toString() : "");
    }
}
