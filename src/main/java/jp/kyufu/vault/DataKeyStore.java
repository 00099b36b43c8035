package jp.kyufu.vault;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table data_key. */
final class DataKeyStore {

    private final JdbcClient jdbc;

    DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one process at a time make keys, until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('data_key'))::text")
                .query(String.class)
                .single();
    }

    Map<Integer, byte[]> all() {
        Map<Integer, byte[]> keys = new TreeMap<>();
        jdbc.sql("SELECT key_id, wrapped FROM data_key")
                .query(row -> {
                    keys.put(row.getInt(1), row.getBytes(2));
                });
        return keys;
    }

    void add(int id, byte[] wrapped) {
        jdbc.sql("INSERT INTO data_key (key_id, wrapped) VALUES (:id, :wrapped)")
                .param("id", id)
                .param("wrapped", wrapped)
                .update();
    }
}
