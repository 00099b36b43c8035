package jp.kyufu.vault;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables data_key and master_key. */
final class DataKeyStore {

    private final JdbcClient jdbc;

    DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one process at a time make or read keys, until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('data_key'))::text")
                .query(String.class)
                .single();
    }

    SortedMap<Integer, byte[]> all() {
        SortedMap<Integer, byte[]> keys = new TreeMap<>();
        jdbc.sql("SELECT key_id, wrapped FROM data_key")
                .query(row -> {
                    keys.put(row.getInt(1), row.getBytes(2));
                });
        return keys;
    }

    /** Keeps the first data key, and by what the first master key is known. */
    void begin(byte[] proofHash, byte[] wrapped) {
        jdbc.sql("SELECT begin_keys(:proof, :wrapped)::text")
                .param("proof", proofHash)
                .param("wrapped", wrapped)
                .query(String.class)
                .optional();
    }

    /** Keeps all data keys wrapped anew, and one more; gives the generation of the master key. */
    int rotate(byte[] proof, byte[] nextProofHash, List<byte[]> wrappings, String person) {
        return jdbc.sql("SELECT rotate_keys(:proof, :next, :wrappings, :person)")
                .param("proof", proof)
                .param("next", nextProofHash)
                .param("wrappings", wrappings.toArray(byte[][]::new))
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    /** The number of the master key in use. */
    int generation() {
        return jdbc.sql("SELECT max(generation) FROM master_key").query(Integer.class).single();
    }

    /** Master and data keys, each with its number and when it was made. */
    List<KeyRotation.Key> list() {
        return jdbc.sql(Sql.of(DataKeyStore.class, "keys"))
                .query((row, _) ->
                        new KeyRotation.Key(
                                KeyRotation.Kind.valueOf(row.getString("kind")),
                                row.getInt("number"),
                                row.getObject("made_at", LocalDateTime.class),
                                row.getBoolean("current")))
                .list();
    }
}
