package jp.kyufu.kanji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.register.RegisterImport;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.KanjiVariants;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.upload.Stages;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

class KanjiMapImportTest {

    private static final Path MAP = Path.of("sample-files/kanji-map.json");
    private static final Optional<Path> GLYPHS =
            Optional.of(Path.of("sample-files/kanji-glyphs.csv"));

    @TempDir Path folder;
    private TestDatabase database;
    private Stages stages;
    private KanjiMapImport maps;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        stages =
                new Stages(
                        database,
                        folder,
                        "jp.kyufu.upload",
                        "jp.kyufu.register",
                        "jp.kyufu.kanji",
                        "jp.kyufu.audit");
        maps = stages.get(KanjiMapImport.class);
    }

    @AfterEach
    void close() {
        stages.close();
        database.close();
        KanjiVariants.use(Map.of());
    }

    @Test
    void aMapLoadedAfterTheRegisterMakesTheKeysItChangesAnewAndNoName() throws IOException {
        register("2026-04-01", "㔟田　太郎", "髙橋　花子", "佐藤　一郎");
        assertThat(keyOf("1")).isNotEqualTo(Keys.hash64(NameKey.folded("勢田太郎")));
        KanjiMapReport report = maps.run(MAP, GLYPHS, Choice.USUAL, "office-1");
        assertThat(report.keys()).as("one name and one further name").isEqualTo(2);
        assertThat(report.mapNo()).isOne();
        assertThat(keyOf("1")).isEqualTo(Keys.hash64("勢田太郎"));
        assertThat(keyOf("2")).isEqualTo(Keys.hash64("高橋花子"));
        assertThat(one("SELECT family_key FROM resident WHERE resident_no = '1'"))
                .isEqualTo("" + BlockKeys.family("勢田　太郎", AddressKey.of("桑都市本町1-2-3")));
        assertThat(one("SELECT name FROM resident WHERE resident_no = '1'")).isEqualTo("㔟田　太郎");
        assertThat(one("SELECT name_key FROM resident_alias WHERE resident_no = '1'"))
                .isEqualTo("" + Keys.hash64("勢川太郎"));
    }

    @Test
    void aRegisterImportedAfterTheMapHasItsKeysAndDroppingItTakesThemBack() throws IOException {
        maps.run(MAP, GLYPHS, Choice.USUAL, "office-1");
        register("2026-04-01", "㔟田　太郎");
        assertThat(keyOf("1")).isEqualTo(Keys.hash64("勢田太郎"));
        assertThat(maps.drop("office-1").keys()).isEqualTo(2);
        assertThat(keyOf("1")).isEqualTo(Keys.hash64("㔟田太郎"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> maps.drop("office-1"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("kanji.builtIn"));
    }

    @Test
    void theSameMapWithTheSameChoiceIsRefusedAndWithAnotherChoiceTaken() {
        maps.run(MAP, GLYPHS, Choice.USUAL, "office-1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> maps.run(MAP, GLYPHS, Choice.USUAL, "office-1"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("kanji.alreadyLoaded"));
        Choice more = new Choice(EnumSet.of(Evidence.NOTICE, Evidence.TABLE_4), 2);
        assertThat(maps.run(MAP, GLYPHS, more, "office-1").mapNo()).isEqualTo(2);
        assertThat(
                        one(
                                "SELECT array_to_string(evidence, '|') || hops FROM kanji_map WHERE map_no = 2"))
                .isEqualTo("NOTICE|TABLE_42");
    }

    @Test
    void aRefusedMapChangesNothing() {
        Path broken = Path.of("sample-files/broken/kanji-nothing-folds.json");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> maps.run(broken, Optional.empty(), Choice.USUAL, "office-1"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("kanji.nothing"));
        assertThat(one("SELECT count(*) FROM kanji_map")).isEqualTo("0");
        assertThat(KanjiVariants.fold("㔟")).isEqualTo("㔟");
    }

    @Test
    void keysMadeUnderAnotherMapAreNotStored() {
        KanjiMaps inForce = stages.get(KanjiMaps.class);
        int before = inForce.activate();
        maps.run(MAP, GLYPHS, Choice.USUAL, "office-1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        stages.get(TransactionTemplate.class)
                                .executeWithoutResult(_ -> inForce.mustStillBe(before)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("kanji.changed"));
    }

    @Test
    void aLoadIsAuditedByItsBytes() {
        maps.run(MAP, GLYPHS, Choice.USUAL, "office-1");
        assertThat(
                        one(
                                "SELECT person || (detail ->> 'evidence') FROM audit_event WHERE act = 'kanji.load'"))
                .isEqualTo("office-1[\"NOTICE\"]");
    }

    private void register(String asOf, String... names) throws IOException {
        StringBuilder file =
                new StringBuilder(
                        "宛名番号,世帯番号,氏名,氏名カナ,生年月日,性別,続柄,郵便番号,住所,方書,住民区分,"
                                + "住民となった日,異動事由,異動日,支援措置,旧氏,旧氏カナ,通称,通称カナ\n");
        for (int i = 1; i <= names.length; i++) {
            String former = i == 1 ? "㔟川" : "";
            file.append(
                    "%d,%d,%s,,1988-01-09,男,世帯主,,桑都市本町1-2-3,,日本人,2010-04-01,,,0,%s,,,\n"
                            .formatted(i, i, names[i - 1], former));
        }
        Path path = folder.resolve("register.csv");
        Files.writeString(path, file);
        stages.get(RegisterImport.class)
                .run(path, LocalDate.parse(asOf), "office-1", (rows, bytes) -> {});
    }

    private long keyOf(String resident) {
        return Long.parseLong(
                one("SELECT name_key FROM resident WHERE resident_no = '" + resident + "'"));
    }

    private String one(String sql) {
        return database.jdbc().sql(sql).query(String.class).single();
    }
}
