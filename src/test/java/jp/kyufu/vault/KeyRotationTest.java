package jp.kyufu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** New keys while others work with the old ones, and processes that die on the way. */
class KeyRotationTest {

    /** What ends a process, for a test. */
    private static final class Killed extends Error {}

    private final TestDatabase database = TestDatabase.create();

    @TempDir Path directory;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void noSealedRowChangesAndNewRowsHaveANewKey() throws IOException {
        Keys before = open();
        byte[] sealed = before.vault().sealText("old");
        String master = Files.readString(directory.resolve("master.key"));
        String fingerprint = Files.readString(directory.resolve("fingerprint.key"));
        List<byte[]> wrapped = wrapped();

        rotation().rotate("admin");

        Keys after = open();
        assertThat(after.vault().openText(sealed)).isEqualTo("old");
        assertThat(sealed).startsWith(0, 1);
        assertThat(after.vault().sealText("new")).startsWith(0, 2);
        assertThat(after.fingerprints().of("x")).isEqualTo(before.fingerprints().of("x"));
        assertThat(after.chargeCodeKey().hmac(1)).isEqualTo(before.chargeCodeKey().hmac(1));
        assertThat(directory.resolve("fingerprint.key")).hasContent(fingerprint);
        assertThat(Files.readString(directory.resolve("master.key"))).isNotEqualTo(master);
        assertThat(wrapped().getFirst()).isNotEqualTo(wrapped.getFirst());
    }

    @Test
    void theOldMasterKeyIsKeptForOldBackupsAndOpensNothingNew() throws IOException {
        open();
        String old = Files.readString(directory.resolve("master.key"));
        List<Path> retired = rotation().rotate("admin").retired().stream().map(Path::of).toList();

        assertThat(retired).containsExactly(directory.resolve("master-1.retired.key"));
        assertThat(retired.getFirst()).hasContent(old);
        assertThat(Files.getPosixFilePermissions(retired.getFirst()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(directory.resolve("master.key"), old);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("vault.otherKeys"));
    }

    @Test
    void aProcessThatWorksGoesOnAndReadsWhatTheNextOneSeals() {
        Vault working = open().vault();
        byte[] before = working.sealText("before");
        rotation().rotate("admin");
        rotation().rotate("admin");
        byte[] between = working.sealText("between");
        byte[] after = open().vault().sealText("after");

        assertThat(after).startsWith(0, 3);
        assertThat(working.openText(after)).isEqualTo("after");
        assertThat(working.sealText("then")).startsWith(0, 3);
        assertThat(open().vault().openText(between)).isEqualTo("between");
        assertThat(open().vault().openText(before)).isEqualTo("before");
    }

    @Test
    void aValueOfAnotherRotationIsReadInTheMiddleOfATransaction() {
        Vault working = open().vault();
        rotation().rotate("admin");
        byte[] after = open().vault().sealText("after");
        database.transaction()
                .executeWithoutResult(_ -> {
                    database.jdbc().sql("SELECT 1").query(Integer.class).single();
                    assertThat(working.openText(after)).isEqualTo("after");
                });
    }

    @Test
    void killedBeforeTheCommitNothingHasHappened() throws IOException {
        byte[] sealed = open().vault().sealText("old");
        assertThatThrownBy(() -> ring().rotate("admin", _ -> die())).isInstanceOf(Killed.class);

        assertThat(directory.resolve("master.key.next")).exists();
        assertThat(open().vault().openText(sealed)).isEqualTo("old");
        assertThat(wrapped()).hasSize(1);
        assertThat(count("master_key")).isEqualTo(1);

        rotation().rotate("admin");
        assertThat(open().vault().openText(sealed)).isEqualTo("old");
        assertThat(directory.resolve("master.key.next")).doesNotExist();
    }

    @Test
    void killedAfterTheCommitTheNextOpenerEndsTheRotation() throws IOException {
        byte[] sealed = open().vault().sealText("old");
        String old = Files.readString(directory.resolve("master.key"));
        rotation().rotate("admin");
        String next = Files.readString(directory.resolve("master.key"));
        for (boolean retiredThere : new boolean[] {false, true}) {
            Files.writeString(directory.resolve("master.key"), old);
            Files.writeString(directory.resolve("master.key.next"), next);
            if (!retiredThere) {
                Files.delete(directory.resolve("master-1.retired.key"));
            }
            Files.writeString(directory.resolve(".master.key.next.partial"), "3f");

            assertThat(open().vault().openText(sealed)).isEqualTo("old");
            assertThat(directory.resolve("master.key")).hasContent(next);
            assertThat(directory.resolve("master.key.next")).doesNotExist();
            assertThat(directory.resolve("master-1.retired.key")).hasContent(old);
        }
        rotation().rotate("admin");
        assertThat(open().vault().openText(sealed)).isEqualTo("old");
    }

    @Test
    void manyRotateAndSealAtOnceAndEverythingOpens() throws Exception {
        Vault vault = open().vault();
        List<Future<List<byte[]>>> sealed = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                boolean rotates = i < 2;
                sealed.add(
                        threads.submit(() -> {
                            List<byte[]> mine = new ArrayList<>();
                            for (int k = 0; k < 5; k++) {
                                if (rotates) {
                                    ring().rotate("admin", _ -> {});
                                }
                                Vault fresh = open().vault();
                                mine.add(fresh.sealText("x"));
                                assertThat(vault.openText(mine.getLast())).isEqualTo("x");
                            }
                            return mine;
                        }));
            }
        }
        Vault last = open().vault();
        for (Future<List<byte[]>> values : sealed) {
            values.get().forEach(value -> assertThat(last.openText(value)).isEqualTo("x"));
        }
        assertThat(wrapped()).hasSize(11);
    }

    @Test
    void itIsAnActOfAnAdministratorAndRecorded() {
        open();
        People people = people();
        people.add("clerk", Set.of(Role.OFFICE, Role.FINANCE), null, "setup");
        assertThatThrownBy(() -> rotation().rotate("clerk"))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("access.lacksRole"));
        rotation().rotate("admin");
        assertThat(
                        database.jdbc()
                                .sql(
                                        "SELECT person || object FROM audit_event WHERE act = 'keys.rotate'")
                                .query(String.class)
                                .list())
                .containsExactly("adminmaster key 2");
    }

    @Test
    void thePasswordOfTheDatabaseAloneWrapsNothing() {
        byte[] sealed = open().vault().sealText("old");
        for (String statement :
                List.of(
                        "SELECT rotate_keys('x', sha256('y'), ARRAY[w, w], 'x') FROM wrapped",
                        "SELECT rotate_keys((SELECT proof_hash FROM master_key), sha256('y'),"
                                + " ARRAY[w, w], 'x') FROM wrapped",
                        "SELECT begin_keys(sha256('y'), w)::text FROM wrapped",
                        "INSERT INTO data_key (key_id, wrapped) SELECT 2, w FROM wrapped",
                        "UPDATE data_key SET wrapped = wrapped",
                        "DELETE FROM data_key",
                        "INSERT INTO master_key SELECT 2, sha256('y'), now(), 'x'")) {
            String whole =
                    "WITH wrapped AS (SELECT wrapped AS w FROM data_key) "
                            + (statement.startsWith("SELECT") ? statement : "SELECT 1");
            assertThatThrownBy(
                            () -> {
                                if (statement.startsWith("SELECT")) {
                                    database.jdbc().sql(whole).query(String.class).single();
                                } else {
                                    database.jdbc()
                                            .sql(
                                                    statement
                                                            .replace(
                                                                    "FROM wrapped", "FROM data_key")
                                                            .replace(", w ", ", wrapped "))
                                            .update();
                                }
                            })
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching(
                            "(?s).*(permission denied|present master key|duplicate key).*");
        }
        assertThat(open().vault().openText(sealed)).isEqualTo("old");
    }

    @Test
    void dataKeysAreKeptByTheOwnerToo() {
        open();
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        for (String statement :
                List.of(
                        "DELETE FROM data_key",
                        "TRUNCATE data_key",
                        "UPDATE data_key SET key_id = 9",
                        "UPDATE data_key SET wrapped = decode(repeat('00', 60), 'hex')",
                        "TRUNCATE master_key",
                        "DELETE FROM master_key")) {
            assertThatThrownBy(() -> owner.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(never changed or deleted|wrapped anew only).*");
        }
    }

    private static void die() {
        throw new Killed();
    }

    private Keyring ring() {
        return new Keyring(database.appDataSource(), directory, false);
    }

    private Keys open() {
        return Keys.open(ring());
    }

    private People people() {
        return new People(
                database.jdbc(),
                new Audit(database.jdbc()),
                new JdbcTransactionManager(database.appDataSource()));
    }

    private KeyRotation rotation() {
        People people = people();
        people.add("admin", Set.of(Role.ADMIN), null, "setup");
        return new KeyRotation(
                ring(), people, new Audit(database.jdbc()), Clock.systemDefaultZone());
    }

    private List<byte[]> wrapped() {
        return database.jdbc()
                .sql("SELECT wrapped FROM data_key ORDER BY key_id")
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    private long count(String table) {
        return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
