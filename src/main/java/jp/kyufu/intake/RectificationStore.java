package jp.kyufu.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.database.Sql;
import jp.kyufu.intake.Rectifications.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of rectification. */
@Component
class RectificationStore {

    private final JdbcClient jdbc;

    RectificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version as it is stored. */
    record Row(
            long applicationId,
            String receiptNo,
            String channel,
            int version,
            @Nullable Source source,
            @Nullable String reason,
            @Nullable String person,
            @Nullable OffsetDateTime at,
            byte[] sealed) {}

    /** Which application corrects which. */
    record Link(long applicationId, long corrects, long first, int version, Set<Field> fields) {}

    List<Row> versions(long application) {
        return jdbc.sql(Sql.of(RectificationStore.class, "versions"))
                .param("application", application)
                .query((row, _) ->
                        new Row(
                                row.getLong("application_id"),
                                row.getString("receipt_no"),
                                row.getString("channel"),
                                row.getInt("version"),
                                Optional.ofNullable(row.getString("source"))
                                        .map(Source::valueOf)
                                        .orElse(null),
                                row.getString("reason"),
                                row.getString("person"),
                                row.getObject("at", OffsetDateTime.class),
                                row.getBytes("sealed")))
                .list();
    }

    void insert(Link link, Source source, String reason, String person, Instant at) {
        jdbc.sql(Sql.of(RectificationStore.class, "insert-rectification"))
                .param("application", link.applicationId())
                .param("corrects", link.corrects())
                .param("first", link.first())
                .param("version", link.version())
                .param("source", source.name())
                .param("fields", link.fields().stream().map(Enum::name).toArray(String[]::new))
                .param("reason", reason)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
