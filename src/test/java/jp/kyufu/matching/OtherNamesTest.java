package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.text.Kana;
import jp.kyufu.text.NameKey;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 旧氏 and 通称, from the rows of the register to the match. */
class OtherNamesTest {

    private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
    private static final Person KIM =
            new Person("0001", "10", "KIM YONGSU", "", BORN, "八王子市元町1-2-3", false);
    private static final Person WIFE =
            new Person("0002", "10", "髙橋　花子", "タカハシ　ハナコ", BORN.plusDays(9), "八王子市元町1-2-3", false);
    private static final Person OTHER =
            new Person("0003", "30", "金山　次郎", "カネヤマ　ジロウ", BORN, "八王子市本町9-9", false);

    @TempDir Path directory;

    private final TestDatabase database = TestDatabase.create();
    private Town town;
    private Matching matching;

    @BeforeEach
    void build() {
        Vault vault = Keys.open(database.appDataSource(), directory, true).vault();
        town = new Town(database, vault);
        matching =
                new Matching(
                        database.appDataSource(),
                        vault,
                        Model.builtIn(),
                        new JdbcTransactionManager(database.appDataSource()));
        int snapshot = town.register(List.of(KIM, WIFE, OTHER));
        alias(snapshot, "0001", "ALIAS", "金山　太郎", "カネヤマ　タロウ");
        alias(snapshot, "0002", "FORMER_SURNAME", "佐藤 花子", "サトウ ハナコ");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void anApplicationUnderAnAliasFindsThePersonWithAndWithoutThePrintedNumber() {
        long numbered = town.application(new Form("10", "金山太郎", "", BORN, ""));
        long plain = town.application(new Form(null, "金山 太郎", "かねやまたろう", BORN, "元町1-2-3"));
        matching.run(town.program(), rows -> {});
        assertThat(town.match(numbered)).isEqualTo("NUMBER 0001 10");
        assertThat(town.match(plain)).isEqualTo("PASS_7 0001 10");
    }

    @Test
    void anApplicationUnderAnEarlierSurnameFindsThePerson() {
        LocalDate born = WIFE.birth();
        long numbered = town.application(new Form("10", "佐藤花子", "サトウハナコ", born, ""));
        long plain = town.application(new Form(null, "佐藤 花子", "サトウ ハナコ", born, "元町1-2-3"));
        matching.run(town.program(), rows -> {});
        assertThat(town.match(numbered)).isEqualTo("NUMBER 0002 10");
        assertThat(town.match(plain)).isEqualTo("PASS_7 0002 10");
    }

    @Test
    void theAliasOfOneOfTwoAtOneAddressDecidesOnlyWhereItIsTheAliasOfOneAlone() {
        Person twin = new Person("0004", "10", "KIM YONGHO", "", BORN, KIM.address(), false);
        int newer = town.register(List.of(KIM, WIFE, OTHER, twin));
        alias(newer, "0001", "ALIAS", "金山　太郎", "カネヤマ　タロウ");
        alias(newer, "0004", "ALIAS", "金山　次郎", "カネヤマ　ジロウ");
        long first = town.application(new Form(null, "金山太郎", "カネヤマタロウ", BORN, "元町1-2-3"));
        long both = town.application(new Form(null, "金山太郎", "カネヤマジロウ", BORN, "元町1-2-3"));
        matching.run(town.program(), rows -> {});
        assertThat(town.match(first)).isEqualTo("PASS_7 0001 10");
        assertThat(town.match(both))
                .as("the name of one, the reading of the other")
                .isNotEqualTo("PASS_7 0001 10")
                .isNotEqualTo("PASS_7 0004 10");
    }

    @Test
    void whoWritesALatinNameInKanaThatTheRegisterDoesNotKnowIsHeldAndShownWhereHeLives() {
        long there = town.application(new Form(null, "キム　ヨンス", "キム　ヨンス", BORN, "元町1-2-3"));
        long numbered = town.application(new Form("10", "キム　ヨンス", "キム　ヨンス", BORN, "元町1-2-3"));
        long elsewhere = town.application(new Form(null, "キム　ヨンス", "キム　ヨンス", BORN, ""));
        matching.run(town.program(), rows -> {});
        assertThat(town.match(there)).isEqualTo("SEVERAL_CANDIDATES");
        assertThat(town.match(numbered)).isEqualTo("NUMBER_CONTRADICTS");
        assertThat(town.match(elsewhere)).isEqualTo("NOT_IN_REGISTER");
    }

    private void alias(int snapshot, String resident, String kind, String name, String kana) {
        JdbcClient.create(database.ownerDataSource())
                .sql("INSERT INTO resident_alias VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        resident,
                        snapshot,
                        kind,
                        name,
                        kana,
                        jp.kyufu.text.Keys.hash64(NameKey.written(name)),
                        jp.kyufu.text.Keys.hash64(NameKey.folded(name)),
                        jp.kyufu.text.Keys.hash64(Kana.key(kana)))
                .update();
    }
}
