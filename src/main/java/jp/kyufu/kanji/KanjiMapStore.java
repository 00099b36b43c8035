package jp.kyufu.kanji;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.kyufu.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of kanji_map. */
@Component
class KanjiMapStore {

    /** A map, as it is stored. */
    record Stored(int mapNo, byte[] sha256, String folds, Instant at, String person) {}

    /** Where a map came from and what was taken of it. */
    record Source(
            String fileName,
            String version,
            byte[] sha256,
            byte @Nullable [] glyphsSha256,
            Choice choice) {}

    private final JdbcClient jdbc;

    KanjiMapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody stores keys, and nobody else loads a map. */
    void lockAlone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('kanji_map'))::text")
                .query(String.class)
                .single();
    }

    /** Until the transaction ends nobody loads a map. */
    void lockShared() {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtext('kanji_map'))::text")
                .query(String.class)
                .single();
    }

    /** The number of the map in force; 0 where none was ever loaded. */
    int newestNo() {
        return jdbc.sql("SELECT coalesce(max(map_no), 0) FROM kanji_map")
                .query(Integer.class)
                .single();
    }

    Optional<Stored> newest() {
        return jdbc.sql(Sql.of(KanjiMapStore.class, "newest"))
                .query((row, n) ->
                        new Stored(
                                row.getInt("map_no"),
                                row.getBytes("choice_sha256"),
                                row.getString("folds"),
                                row.getTimestamp("loaded_at").toInstant(),
                                row.getString("loaded_by")))
                .optional();
    }

    /** Stores a map, which from the commit on is the one in force; gives its number. */
    int add(Source source, byte[] choiceSha256, Folds folds, Instant at, String person) {
        return jdbc.sql(Sql.of(KanjiMapStore.class, "insert"))
                .param("file", source.fileName())
                .param("version", source.version())
                .param("sha256", source.sha256())
                .param("glyphs", source.glyphsSha256())
                .param(
                        "evidence",
                        source.choice().evidence().stream()
                                .sorted()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("hops", source.choice().hops())
                .param("choice", choiceSha256)
                .param("folds", folds.toText())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .query(Integer.class)
                .single();
    }
}
