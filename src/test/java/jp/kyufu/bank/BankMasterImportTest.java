package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.upload.UsualLimits;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

class BankMasterImportTest {

    private static final Path SAMPLE = Path.of("sample-files", "bank-branches.csv");
    private static final String HEADER = "金融機関コード,金融機関名,金融機関名カナ,支店コード,支店名,支店名カナ,適用開始日,廃止日\n";
    private static final String ONE = HEADER + "0001,みずほ,ミズホ,001,東京営業部,トウキヨウ,2026-01-05,\n";
    private static final String TWO = ONE + "0005,三菱,ミツビシ,002,本店,ホンテン,,2027-01-01\n";

    private final TestDatabase database = TestDatabase.create();
    private final BankMasterStore store =
            new BankMasterStore(database.jdbc(), database.appDataSource());
    private final BankMasterImport imports =
            new BankMasterImport(
                    store,
                    new JdbcTransactionManager(database.appDataSource()),
                    Clock.fixed(Instant.parse("2026-07-01T00:30:00Z"), ZoneId.of("Asia/Tokyo")),
                    UsualLimits.USUAL);

    @TempDir private Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theSampleMasterIsReadBackAsItIs() throws IOException {
        long start = System.nanoTime();
        assertThat(imports.run(SAMPLE, "hanako")).isEqualTo(28_944);
        long stored = System.nanoTime();
        BankMaster master = store.latest();
        System.out.printf(
                "bank master: import %d ms, load %d ms%n",
                (stored - start) / 1_000_000, (System.nanoTime() - stored) / 1_000_000);
        assertThat(master.id()).isEqualTo(store.latestId());
        assertThat(master.branches())
                .isEqualTo(BankMasterFile.read(Files.readAllBytes(SAMPLE), "bank-branches.csv"));
    }

    @Test
    void aNewerMasterReplacesTheOlderWhichStays() throws IOException {
        imports.run(file("one.csv", ONE), "hanako");
        int first = store.latestId();
        assertThat(imports.run(file("two.csv", TWO), "hanako")).isEqualTo(2);
        assertThat(store.latestId()).isGreaterThan(first);
        assertThat(store.latest().branches()).hasSize(2);
        assertThat(store.latest().branches().getLast().validTo()).isEqualTo("2027-01-01");
        assertThat(rows("SELECT count(*) FROM bank_branch")).isEqualTo(3);
        // A master may come back: only the newest is refused.
        imports.run(file("one.csv", ONE), "hanako");
        assertThat(store.latest().branches()).hasSize(1);
    }

    @Test
    void theSameBytesAreRefusedWithWhenAndByWhom() throws IOException {
        imports.run(file("one.csv", ONE), "hanako");
        assertThatThrownBy(() -> imports.run(file("again.csv", ONE), "taro"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.key()).isEqualTo("bank.masterAlreadyReceived");
                            assertThat(refusal.args())
                                    .containsExactly("again.csv", "2026-07-01 09:30", "hanako");
                        });
        assertThat(rows("SELECT count(*) FROM bank_master")).isEqualTo(1);
    }

    @Test
    void aMalformedRowChangesNothing() throws IOException {
        Path bad = file("bank-code-lost-its-zeros.csv", ONE + "5,三菱,ミツビシ,002,本店,ホンテン,,\n");
        assertThatThrownBy(() -> imports.run(bad, "hanako")).isInstanceOf(Refusal.class);
        assertThat(rows("SELECT count(*) FROM bank_master")).isZero();
        assertThatThrownBy(store::latest)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("bank.noMaster"));
    }

    @Test
    void aMasterIsNeverChanged() throws IOException {
        imports.run(file("one.csv", ONE), "hanako");
        assertThatThrownBy(() -> database.jdbc().sql("DELETE FROM bank_branch").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.jdbc().sql("UPDATE bank_master SET rows = 2").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> imports.run(folder.resolve("none.csv"), "hanako"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("bank.masterUnreadable"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private long rows(String count) {
        return database.jdbc().sql(count).query(Long.class).single();
    }
}
