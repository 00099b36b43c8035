package jp.kyufu.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables credential and sign_in. */
final class CredentialStore {

    private static final long MINUTE = 60;

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A password in force. */
    record Credential(int version, String hash, boolean oneTime) {}

    /** Tries that did not succeed. */
    record Tries(int wrong, int fromAddress) {}

    Optional<Credential> find(String person) {
        return jdbc.sql(Sql.of(CredentialStore.class, "credential"))
                .param("id", person)
                .query(Credential.class)
                .optional();
    }

    List<SignIns.Standing> standings() {
        return jdbc.sql(Sql.of(CredentialStore.class, "standings"))
                .query(new DataClassRowMapper<>(SignIns.Standing.class))
                .list();
    }

    boolean anybody() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM credential)").query(Boolean.class).single();
    }

    void add(String person, String hash, boolean oneTime, String by) {
        jdbc.sql(Sql.of(CredentialStore.class, "add-credential"))
                .param("id", person)
                .param("hash", hash)
                .param("oneTime", oneTime)
                .param("by", by)
                .update();
    }

    Tries tries(String person, String address, Duration lockFor) {
        return jdbc.sql(Sql.of(CredentialStore.class, "tries"))
                .param("id", person)
                .param("address", address)
                .param("lockFor", lockFor.toSeconds())
                .param("slowFor", MINUTE)
                .query(Tries.class)
                .single();
    }

    void add(String person, String address, SignIns.Outcome outcome) {
        String word =
                switch (outcome) {
                    case SignIns.Outcome.In _ -> "in";
                    case SignIns.Outcome.Wrong _ -> "wrong";
                    case SignIns.Outcome.Locked _ -> "locked";
                    case SignIns.Outcome.Slowed _ -> "slowed";
                };
        jdbc.sql("INSERT INTO sign_in (person_id, address, outcome) VALUES (:id, :address, :word)")
                .param("id", person)
                .param("address", address)
                .param("word", word)
                .update();
    }
}
