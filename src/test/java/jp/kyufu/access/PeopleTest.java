package jp.kyufu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Words;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PeopleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final TestDatabase database = TestDatabase.create();
    private final People people =
            new People(
                    database.jdbc(),
                    new Audit(database.jdbc()),
                    new JdbcTransactionManager(database.appDataSource()));

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whoHasOneOfTheRolesMayAct() {
        people.add("sato", Set.of(Role.OFFICE), null, "admin");
        assertThat(people.require("sato", TODAY, Role.FINANCE, Role.OFFICE).id()).isEqualTo("sato");
        refused("access.lacksRole", () -> people.require("sato", TODAY, Role.FINANCE));
        refused("access.unknown", () -> people.require("mori", TODAY, Role.FINANCE));
        refused("access.unknown", () -> people.require("SATO", TODAY, Role.OFFICE));
    }

    @Test
    void addingAgainAddsRolesAndTakesNoneAway() {
        people.add("sato", Set.of(Role.OFFICE), TODAY, "admin");
        Person known = people.add("sato", Set.of(Role.OFFICE, Role.AUDITOR), null, "admin");
        assertThat(known).isEqualTo(new Person("sato", Set.of(Role.OFFICE, Role.AUDITOR), TODAY));
        people.add("abe", Set.of(Role.ADMIN), null, "admin");
        assertThat(people.list()).extracting(Person::id).containsExactly("abe", "sato");
        assertThat(people.list()).element(1).isEqualTo(known);
    }

    @Test
    void theLastDayStillCounts() {
        people.add("sato", Set.of(Role.OFFICE), TODAY, "admin");
        people.require("sato", TODAY, Role.OFFICE);
        refused("access.ended", () -> people.require("sato", TODAY.plusDays(1), Role.OFFICE));
        people.add("sato", Set.of(), TODAY.plusDays(1), "admin");
        people.require("sato", TODAY.plusDays(1), Role.OFFICE);
    }

    @Test
    void nobodyGrantsARoleToHimself() {
        refused(
                "access.grantToOneself",
                () -> people.add("sato", Set.of(Role.APPROVER), null, "Sato"));
    }

    @Test
    void idsThatDifferInCaseOnlyCannotBothExist() {
        people.add("sato", Set.of(Role.OFFICE), TODAY, "admin");
        refused(
                "access.idDiffersInCase",
                () -> people.add("Sato", Set.of(Role.APPROVER), null, "admin"));
        refused("access.idMalformed", () -> people.add("sa to", Set.of(), null, "admin"));
        assertThat(people.list()).hasSize(1);
    }

    @Test
    void everyGrantIsInTheAuditChain() {
        people.add("sato", Set.of(Role.OFFICE), null, "admin");
        assertThat(
                        database.jdbc()
                                .sql(
                                        "SELECT object || detail::text FROM audit_event"
                                                + " WHERE act = 'people.add'")
                                .query(String.class)
                                .single())
                .isEqualTo("sato{\"ends_on\": \"\", \"granted\": \"office\"}");
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> {
                            assertThat(e.key()).isEqualTo(key);
                            assertThat(new Words(Locale.ENGLISH).of(e)).doesNotContain("{");
                            assertThat(new Words(Locale.ROOT).of(e)).doesNotContain("{");
                        });
    }
}
