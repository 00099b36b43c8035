package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

class MatchingTest {

    private static final LocalDate BORN = LocalDate.of(1960, 3, 14);
    private static final Person TARO =
            new Person("0001", "10", "髙橋　太郎", "タカハシ　タロウ", BORN, "元町1", false);
    private static final Person HANAKO =
            new Person("0002", "20", "鈴木　花子", "スズキ　ハナコ", LocalDate.of(1975, 12, 31), "本町5", false);

    private static final Form CLEAR = new Form("10", "髙橋太郎", "", BORN, "");
    private static final Form SLIPPED = new Form("10", "髙橋太朗", "", BORN, "");
    private static final Form STRANGER = new Form(null, "無名　人", "ムメイ　ジン", BORN, "");
    private static final Form STOLEN = new Form("10", "鈴木花子", "スズキハナコ", HANAKO.birth(), "本町5");

    @TempDir Path directory;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcTransactionManager transactions =
            new JdbcTransactionManager(database.appDataSource());
    private Town town;
    private Matching matching;
    private MatchDecisions decisions;

    @BeforeEach
    void build() {
        Vault vault = Keys.open(database.appDataSource(), directory, true).vault();
        town = new Town(database, vault);
        matching = new Matching(database.appDataSource(), vault, Model.builtIn(), transactions);
        Audit audit = new Audit(database.jdbc());
        jp.kyufu.access.People people =
                new jp.kyufu.access.People(database.jdbc(), audit, transactions);
        people.add("sato", Set.of(Role.OFFICE), null, "admin");
        people.add("mori", Set.of(Role.FINANCE), null, "admin");
        Clock clock = Clock.fixed(Instant.parse("2026-04-06T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
        decisions = new MatchDecisions(database.jdbc(), people, audit, transactions, clock);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private MatchingSummary run() {
        return matching.run(town.program(), rows -> {});
    }

    @Test
    void everyReceivedApplicationGetsOneRow() {
        int snapshot = town.register(List.of(TARO, HANAKO));
        long clear = town.application(CLEAR);
        long slipped = town.application(SLIPPED);
        long stranger = town.application(STRANGER);
        long stolen = town.application(STOLEN);
        AtomicLong progress = new AtomicLong();
        MatchingSummary summary = matching.run(town.program(), progress::addAndGet);

        assertThat(town.match(clear)).isEqualTo("NUMBER 0001 10");
        assertThat(town.match(slipped)).as("needs the form itself").isEqualTo("NUMBER 0001 10");
        assertThat(town.match(stranger)).isEqualTo("NOT_IN_REGISTER");
        assertThat(town.match(stolen)).isEqualTo("NUMBER_CONTRADICTS");
        assertThat(town.evidence(stolen))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .matches(
                                                "1 0002 [+][0-9.]+ NAME=WRITTEN KANA=EQUAL_AS_NAME"
                                                        + " BIRTH=EQUAL ADDRESS=EQUAL"
                                                        + " NUMBER=DIFFERENT"),
                        second ->
                                assertThat(second)
                                        .matches(
                                                "2 0001 -[0-9.]+ NAME=DIFFERENT"
                                                        + " KANA=DIFFERENT_ALONE BIRTH=DIFFERENT"
                                                        + " ADDRESS=DIFFERENT NUMBER=EQUAL"));
        assertThat(town.evidence(clear)).isEmpty();
        assertThat(summary)
                .isEqualTo(
                        new MatchingSummary(
                                Map.of(MatchMethod.NUMBER, 2L),
                                Map.of(
                                        ReasonCode.NOT_IN_REGISTER,
                                        1L,
                                        ReasonCode.NUMBER_CONTRADICTS,
                                        1L),
                                4));
        assertThat(progress).hasValue(4);
        assertThat(snapshot).isEqualTo(storedSnapshot(clear));
    }

    @Test
    void runTwiceItChangesNothing() {
        town.register(List.of(TARO, HANAKO));
        List.of(CLEAR, SLIPPED, STRANGER, STOLEN).forEach(town::application);
        run();
        List<Map<String, Object>> before = town.rows();
        MatchingSummary again = run();
        assertThat(again.changed()).isZero();
        assertThat(again.applications()).as("only what is open").isEqualTo(2);
        assertThat(town.rows()).isEqualTo(before);
    }

    @Test
    void aNewerRegisterIsLookedAtForAllButThePaid() {
        town.register(List.of(TARO));
        long unpaid = town.application(CLEAR);
        long planned = town.application(CLEAR);
        long paid = town.application(CLEAR);
        long returned = town.application(CLEAR);
        long stranger = town.application(new Form(null, "鈴木花子", "", HANAKO.birth(), ""));
        run();
        town.payment(planned, "PLANNED");
        town.payment(paid, "IN_FILE");
        town.payment(returned, "RETURNED");
        Person moved = new Person("0001", "30", TARO.name(), TARO.kana(), BORN, "", false);
        town.register(List.of(moved, HANAKO));
        assertThat(run().changed()).isEqualTo(3);
        assertThat(town.match(unpaid)).isEqualTo("PASS_5 0001 30");
        assertThat(town.match(planned)).isEqualTo("PASS_5 0001 30");
        assertThat(town.match(paid)).isEqualTo("NUMBER 0001 10");
        assertThat(town.match(returned)).isEqualTo("NUMBER 0001 10");
        assertThat(town.match(stranger)).isEqualTo("PASS_5 0002 20");
        assertThat(run().applications()).isZero();
    }

    @Test
    void candidatesGoWhenTheDoubtGoes() {
        Person other = new Person("0003", "40", TARO.name(), TARO.kana(), BORN, "北町7", false);
        town.register(List.of(TARO, other));
        long doubtful = town.application(new Form(null, "髙橋太郎", "", BORN, ""));
        run();
        assertThat(town.match(doubtful)).isEqualTo("SEVERAL_CANDIDATES");
        assertThat(town.evidence(doubtful)).hasSize(2);
        town.register(List.of(other.gone()));
        run();
        assertThat(town.match(doubtful)).isEqualTo("PASS_5 0001 10");
        assertThat(town.evidence(doubtful)).isEmpty();
    }

    @Test
    void aPersonsDecisionOutranksTheComputerUntilItIsTakenBack() {
        town.register(List.of(TARO, HANAKO));
        long stolen = town.application(STOLEN);
        long clear = town.application(CLEAR);
        run();
        decisions.same(stolen, "0002", "sato", "called her");
        decisions.notInRegister(clear, "sato", "a namesake");
        run();
        assertThat(town.match(stolen)).isEqualTo("PERSON 0002 20");
        assertThat(town.evidence(stolen)).isEmpty();
        assertThat(town.match(clear)).isEqualTo("NOT_IN_REGISTER");
        List<Map<String, Object>> before = town.rows();
        assertThat(run().changed()).isZero();
        assertThat(town.rows()).isEqualTo(before);

        decisions.same(clear, "0002", "sato", "not him either");
        run();
        assertThat(town.match(clear)).isEqualTo("PERSON 0002 20");
        decisions.revoke(clear, "sato", "mistaken");
        run();
        assertThat(town.match(clear)).as("the word before").isEqualTo("NOT_IN_REGISTER");
        decisions.revoke(clear, "sato", "mistaken");
        run();
        assertThat(town.match(clear)).isEqualTo("NUMBER 0001 10");
        refused("matching.nothingDecided", () -> decisions.revoke(clear, "sato", "again"));
        assertThatThrownBy(() -> decisions.revoke(clear, "sato", "again"))
                .as("people know it by its receipt number")
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(String.valueOf(refusal.args().getFirst()))
                                        .startsWith("W"));
    }

    @Test
    void whoeverIsSaidToBeAnotherIsNoCandidateAnyMore() {
        Person other = new Person("0003", "40", TARO.name(), TARO.kana(), BORN, "北町7", false);
        town.register(List.of(TARO, other));
        long doubtful = town.application(new Form(null, "髙橋太郎", "", BORN, ""));
        long clear = town.application(CLEAR);
        run();
        assertThat(town.match(doubtful)).isEqualTo("SEVERAL_CANDIDATES");
        decisions.different(doubtful, "0001", "sato", "his father");
        decisions.different(clear, "0001", "sato", "his notice, not his hand");
        run();
        assertThat(town.match(doubtful)).isEqualTo("PASS_5 0003 40");
        assertThat(town.match(clear)).as("nobody of the notice is left").doesNotContain("0001");
        decisions.revoke(doubtful, "sato", "mistaken");
        decisions.revoke(clear, "sato", "mistaken");
        run();
        assertThat(town.match(doubtful)).isEqualTo("SEVERAL_CANDIDATES");
        assertThat(town.match(clear)).isEqualTo("NUMBER 0001 10");
    }

    @Test
    void aFormerSurnameOfTheRegisterFindsItsBearer() {
        town.register(List.of(TARO, HANAKO));
        town.formerName("0002", "山田　花子", "ヤマダ　ハナコ");
        LocalDate born = HANAKO.birth();
        long numbered = town.application(new Form("20", "山田花子", "", born, "本町5"));
        long unnumbered = town.application(new Form(null, "山田花子", "ヤマダハナコ", born, "本町5"));
        run();
        assertThat(town.match(numbered)).isEqualTo("NUMBER 0002 20");
        assertThat(town.match(unnumbered)).isEqualTo("PASS_7 0002 20");
    }

    @Test
    void theNewestWordCounts() {
        town.register(List.of(TARO, HANAKO));
        long application = town.application(STRANGER);
        decisions.same(application, "0001", "sato", "called him");
        run();
        assertThat(town.match(application)).isEqualTo("PERSON 0001 10");
        decisions.different(application, "0001", "sato", "it was another");
        run();
        assertThat(town.match(application)).isEqualTo("NOT_IN_REGISTER");
        decisions.same(application, "0001", "sato", "it was he after all");
        run();
        assertThat(town.match(application)).isEqualTo("PERSON 0001 10");
    }

    @Test
    void aLaterApplicationOfTheSameApplicantFindsTheEarlierDecision() {
        town.register(List.of(TARO, HANAKO));
        Form maiden = new Form("20", "山田花子", "ヤマダハナコ", HANAKO.birth(), "本町5");
        long first = town.application(maiden);
        run();
        assertThat(town.match(first)).isEqualTo("NUMBER_CONTRADICTS");
        decisions.same(first, "0002", "sato", "married since");
        run();
        long second = town.application(maiden);
        long unnumbered = town.application(new Form(null, "山田花子", "ヤマダハナコ", HANAKO.birth(), "本町5"));
        long another = town.application(new Form("10", "山田花子", "ヤマダハナコ", HANAKO.birth(), "本町5"));
        long neighbour = town.application(new Form("20", "山田花子", "", HANAKO.birth(), "本町5"));
        run();
        assertThat(town.match(second)).isEqualTo("PERSON 0002 20");
        assertThat(town.match(unnumbered)).isEqualTo("PERSON 0002 20");
        assertThat(town.match(another)).as("another's notice").isEqualTo("NUMBER_CONTRADICTS");
        assertThat(town.match(neighbour)).as("not written so").isEqualTo("NUMBER_CONTRADICTS");
        decisions.revoke(first, "sato", "mistaken");
        assertThat(run().changed()).as("both that rested on it, and it").isEqualTo(3);
        assertThat(town.match(second)).isEqualTo("NUMBER_CONTRADICTS");
    }

    @Test
    void aDecisionIsAuditedAndRefusedWhereItCannotHold() {
        town.register(List.of(TARO));
        long application = town.application(STRANGER);
        run();
        refused("access.lacksRole", () -> decisions.same(application, "0001", "mori", "why"));
        refused("matching.reasonMissing", () -> decisions.same(application, "0001", "sato", " "));
        refused("matching.residentUnknown", () -> decisions.same(application, "1", "sato", "why"));
        refused("matching.applicationUnknown", () -> decisions.same(7, "0001", "sato", "why"));
        decisions.same(application, "0001", "sato", "why");
        assertThat(
                        database.jdbc()
                                .sql("SELECT object FROM audit_event WHERE act = 'match.decide'")
                                .query(String.class)
                                .list())
                .containsExactly(Long.toString(application));
        town.payment(application, "RELEASED");
        refused("matching.inFile", () -> decisions.notInRegister(application, "sato", "why"));
    }

    private int storedSnapshot(long application) {
        return database.jdbc()
                .sql("SELECT snapshot_id FROM match WHERE application_id = :id")
                .param("id", application)
                .query(Integer.class)
                .single();
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
