package jp.kyufu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyufu.intake.Field;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for any household and any applications, in any order. */
class AssessmentPropertyTest {

    private static final int ROUNDS = 3_000;
    private static final String[] LEAVING = {"2025-12-31", "2026-01-01", "2026-01-02"};
    private static final String[] NOTED = {"", "", "花子", "一郎", "太郎、花子", "妻"};

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void printSeed() {
        System.out.println("-Dseed=" + seed);
    }

    @Test
    void theOrderOfArrivalInTheListDoesNotMatter() {
        forAny(town -> {
            List<Submission> shuffled = new ArrayList<>(town.submissions);
            Collections.shuffle(shuffled, random);
            assertThat(assess(town.household, shuffled))
                    .isEqualTo(assess(town.household, town.submissions));
        });
    }

    @Test
    void everyApplicationHasOneOutcome_andADuplicateIsOneOfTheStanding() {
        forAny(town -> {
            List<Outcome> outcomes = assess(town.household, town.submissions);
            assertThat(outcomes).hasSameSizeAs(town.submissions);
            for (Outcome outcome : outcomes) {
                if (outcome.state() == ApplicationState.DUPLICATE) {
                    assertThat(outcomes)
                            .anyMatch(one ->
                                    outcome.duplicateOf() == one.applicationId() && stands(one));
                }
            }
        });
    }

    @Test
    void atMostOneApplicationOfAGroupStands() {
        forAny(town -> {
            Set<String> groups = new HashSet<>();
            for (Outcome outcome : assess(town.household, town.submissions)) {
                if (stands(outcome)) {
                    String resident = town.applicant(outcome);
                    Member applicant = town.household.member(resident);
                    assertThat(groups.add(Claim.of(town.household, applicant).group())).isTrue();
                }
            }
        });
    }

    @Test
    void nobodyIsClaimedForByTwoDecidedApplications() {
        forAny(town -> assertApart(town, assess(town.household, town.submissions)));
    }

    @Test
    void assessingAgainChangesNothing() {
        forAny(town -> {
            List<Outcome> first = assess(town.household, town.submissions);
            List<Submission> again =
                    first.stream().map(one -> town.again(one, one, false)).toList();
            assertThat(assess(town.household, again)).isEqualTo(first);
        });
    }

    @Test
    void whatIsInAFileKeepsItsOutcomeWhateverHappensToTheHousehold() {
        forAny(town -> {
            List<Outcome> first = assess(town.household, town.submissions);
            List<Submission> later = new ArrayList<>();
            List<Outcome> paid = new ArrayList<>();
            for (Outcome one : first) {
                boolean inFile = one.state() == ApplicationState.DECIDED && random.nextBoolean();
                later.add(town.again(one, one, inFile));
                if (inFile) {
                    paid.add(one);
                }
            }
            Town changed = town.changed(family());
            List<Outcome> after = assess(changed.household, later);
            assertThat(after).containsAll(paid);
            assertApart(changed, after);
        });
    }

    @Test
    void aDecidedApplicationHasNothingButNotesAndAnAmountOfItsMembers() {
        forAny(town -> {
            for (Outcome one : assess(town.household, town.submissions)) {
                if (one.state() == ApplicationState.DECIDED) {
                    assertThat(one.codes()).allMatch(code -> code.kind() == ReasonCode.Kind.NOTE);
                    long rate = one.rail() == Rail.CASH ? 5_000 : 6_000;
                    int claimed = claimed(town.household, one).size();
                    assertThat(one.amount()).isEqualTo(claimed * rate);
                    assertThat(one.residents()).isEqualTo(claimed);
                    assertThat(one.account() != null).isEqualTo(one.rail() == Rail.CASH);
                }
            }
        });
    }

    private void assertApart(Town town, List<Outcome> outcomes) {
        Set<String> taken = new HashSet<>();
        for (Outcome one : outcomes) {
            if (one.state() == ApplicationState.DECIDED) {
                claimed(town.household, one).forEach(no -> assertThat(taken.add(no)).isTrue());
            }
        }
    }

    /** As the function claims of the database says it. */
    private static List<String> claimed(Household household, Outcome outcome) {
        List<String> members = outcome.members();
        return household.entitled().stream()
                .map(Member::residentNo)
                .filter(no -> members == null || members.contains(no))
                .filter(no -> !outcome.declined().contains(no))
                .filter(no -> !outcome.reserved().contains(no))
                .toList();
    }

    private static boolean stands(Outcome outcome) {
        return outcome.state() == ApplicationState.DECIDED
                || outcome.state() == ApplicationState.REVIEW;
    }

    private static List<Outcome> assess(Household household, List<Submission> submissions) {
        return new HouseholdAssessment(Application.RULES, _ -> {})
                .assess(household, submissions).stream()
                        .sorted(Comparator.comparing(Outcome::applicationId))
                        .toList();
    }

    private void forAny(Consumer<Town> property) {
        for (int i = 0; i < ROUNDS; i++) {
            List<Member> family = family();
            List<Submission> submissions = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int id = 1; id <= count; id++) {
                submissions.add(application(id, pick(family)).submission());
            }
            property.accept(new Town(Family.of(family.toArray(Member[]::new)), submissions));
        }
    }

    private record Town(Household household, List<Submission> submissions) {

        String applicant(Outcome outcome) {
            return find(outcome).resident();
        }

        Submission find(Outcome outcome) {
            return submissions.stream()
                    .filter(one -> one.applicationId() == outcome.applicationId())
                    .findFirst()
                    .orElseThrow();
        }

        Submission again(Outcome of, Outcome earlier, boolean inFile) {
            Submission one = find(of);
            return new Submission(
                    one.applicationId(),
                    one.receivedAt(),
                    one.receiptNo(),
                    one.resident(),
                    one.formCodes(),
                    one.rail(),
                    one.payeeShared(),
                    one.receiptConflict(),
                    one.form(),
                    one.word(),
                    earlier,
                    inFile,
                    inFile);
        }

        Town changed(List<Member> family) {
            return new Town(Family.of(family.toArray(Member[]::new)), submissions);
        }
    }

    private List<Member> family() {
        List<Member> family = new ArrayList<>();
        for (Member one :
                Arrays.asList(
                        Family.HEAD, Family.WIFE, Family.CHILD, Family.YOUNGER, Family.MOTHER)) {
            Member member = one;
            member = random.nextInt(3) == 0 ? Family.guarded(member) : member;
            member = random.nextInt(8) == 0 ? Family.notEntitled(member) : member;
            member = random.nextInt(8) == 0 ? Family.left(member, pick(LEAVING)) : member;
            member = random.nextInt(20) == 0 ? Family.head(member) : member;
            member = random.nextInt(20) == 0 ? Family.born(member, (LocalDate) null) : member;
            family.add(member);
        }
        return family;
    }

    private Application application(int id, Member by) {
        Application application =
                Application.by(random.nextInt(3) == 0 ? Family.HEAD : by, id)
                        .received("2026-03-20T09:00:0" + random.nextInt(3))
                        .receipt("P000000000" + random.nextInt(10) + id)
                        .rail(random.nextBoolean() ? Rail.CASH : Rail.POINTS)
                        .write(Field.DECLINERS, pick(NOTED));
        switch (random.nextInt(8)) {
            case 0 -> application.found(ReasonCode.IDENTITY_DOCUMENT_MISSING);
            case 1 -> application.write(Field.MEMBER_COUNT, "" + random.nextInt(6));
            case 2 -> application.sharedPayee();
            case 3 -> application.refused();
            case 4 -> application.receiptConflict();
            case 5 -> application.found(ReasonCode.ERA_OVERRUN);
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            application.confirmed(
                    ReasonCode.RESERVED_UNCLEAR,
                    ReasonCode.NOT_HEAD,
                    ReasonCode.HEAD_LEFT,
                    ReasonCode.HEAD_UNCLEAR,
                    ReasonCode.HOLDER_IS_MEMBER,
                    ReasonCode.ALL_DECLINED);
        }
        return application;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String pick(String[] texts) {
        return texts[random.nextInt(texts.length)];
    }
}
