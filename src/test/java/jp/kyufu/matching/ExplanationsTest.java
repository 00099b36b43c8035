package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.matching.Explanation.Candidate;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ExplanationsTest {

    private static final LocalDate BORN = LocalDate.of(1960, 3, 14);
    private static final Person TARO =
            new Person("0001", "10", "髙橋　太郎", "タカハシ　タロウ", BORN, "元町1-2-3", false);
    private static final Person SON =
            new Person(
                    "0002", "10", "髙橋　太朗", "タカハシ　タロウ", LocalDate.of(1988, 3, 14), "元町1-2-3", false);

    @TempDir Path directory;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcTransactionManager transactions =
            new JdbcTransactionManager(database.appDataSource());
    private Town town;
    private Matching matching;
    private Explanations explanations;

    @BeforeEach
    void build() {
        Vault vault = Keys.open(database.appDataSource(), directory, true).vault();
        town = new Town(database, vault);
        matching = new Matching(database.appDataSource(), vault, Model.builtIn(), transactions);
        Audit audit = new Audit(database.jdbc());
        jp.kyufu.access.People people =
                new jp.kyufu.access.People(database.jdbc(), audit, transactions);
        people.add("sato", Set.of(Role.OFFICE), null, "admin");
        people.add("kanri", Set.of(Role.OFFICE, Role.PROTECTED), null, "admin");
        people.add("call", Set.of(Role.CALLCENTER), null, "admin");
        Clock clock = Clock.fixed(Instant.parse("2026-04-06T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
        explanations =
                new Explanations(
                        database.appDataSource(),
                        new KnownRegister(database.appDataSource()),
                        vault,
                        Model.builtIn(),
                        people,
                        audit,
                        transactions,
                        clock);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Explanation explain(long application) {
        return explanations.explain(town.program(), application, "W2", "sato", "a call");
    }

    @Test
    void theWaterfallAddsUpToTheWeightAndShowsBothSides() {
        town.register(List.of(TARO, SON));
        long application = town.application(new Form(null, "高橋太郎", "", BORN, "元町一丁目２番３号"));
        matching.run(town.program(), rows -> {});
        Explanation explained = explain(application);
        assertThat(explained.decided().method()).isEqualTo("PASS_2");
        assertThat(explained.pass()).isEqualTo("PASS_2");
        assertThat(explained.applicant().name().written()).isEqualTo("高橋太郎");
        assertThat(explained.applicant().address().compared()).isEqualTo("元町 1-2-3");
        Candidate best = explained.candidates().getFirst();
        assertThat(best.residentNo()).isEqualTo("0001");
        assertThat(best.person().name().written()).isEqualTo("髙橋　太郎");
        assertThat(best.person().birth().compared()).isEqualTo("1960-03-14");
        for (Candidate one : explained.candidates()) {
            double sum =
                    explained.prior()
                            + one.steps().stream().mapToDouble(Explanation.Step::bits).sum();
            assertThat(sum).isCloseTo(one.weight(), within(1e-9));
        }
    }

    @Test
    void whatScoringDecidedIsStoredWithPatternWeightGapAndModel() {
        town.register(List.of(TARO, SON));
        long application =
                town.application(new Form(null, "高橋太郎", "タカハシタロウ", BORN.plusDays(1), "元町1-2-3"));
        matching.run(town.program(), rows -> {});
        Explanation.Decided decided = explain(application).decided();
        assertThat(decided.method()).isEqualTo("SCORE");
        assertThat(decided.pattern())
                .isEqualTo("NAME=FOLDED KANA=EQUAL_AS_NAME BIRTH=DIGIT ADDRESS=EQUAL");
        assertThat(decided.weight()).isGreaterThan((float) Model.builtIn().thresholds().accept());
        assertThat(decided.gap())
                .isGreaterThan((float) Model.builtIn().thresholds().gapInHousehold());
        assertThat(decided.model()).isEqualTo(Model.builtIn().version());
    }

    @Test
    void eachLookIsTheOfficesNeedsAReasonAndIsAudited() {
        town.register(List.of(TARO));
        long application = town.application(new Form("10", "髙橋太郎", "", BORN, ""));
        assertThatThrownBy(() ->
                        explanations.explain(town.program(), application, "W2", "call", "why"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(
                        () -> explanations.explain(town.program(), application, "W2", "sato", " "))
                .isInstanceOf(Refusal.class);
        assertThat(explain(application).pass()).isEqualTo("NUMBER");
        assertThat(
                        database.jdbc()
                                .sql("SELECT object FROM audit_event WHERE act = 'match.explain'")
                                .query(String.class)
                                .list())
                .containsExactly(Long.toString(application));
    }

    @Test
    void whereAProtectedPersonLivesIsShownToWhoHasTheRightAlone() {
        town.register(List.of(TARO, SON));
        town.protect("0001");
        long application = town.application(new Form(null, "髙橋太郎", "", BORN, "元町1-2-3"));
        Explanation masked = explain(application);
        assertThat(masked.candidates().getFirst().residentNo()).isEqualTo("0001");
        assertThat(masked.candidates().getFirst().person().address()).isNull();
        assertThat(masked.candidates().getFirst().guarded()).isFalse();
        assertThat(masked.applicant().address()).isNull();
        assertThat(masked.toString()).doesNotContain("guarded=true");
        Explanation whole =
                explanations.explain(town.program(), application, "W2", "kanri", "a call");
        assertThat(whole.candidates().getFirst().person().address()).isNotNull();
        assertThat(whole.candidates().getFirst().guarded()).isTrue();
    }
}
