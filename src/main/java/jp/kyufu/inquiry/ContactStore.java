package jp.kyufu.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.kyufu.database.Sql;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table contact. */
@Repository
class ContactStore {

    /** Between what was asked and what was said; control characters are in neither. */
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;
    private final Vault vault;

    ContactStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(
            short program,
            CaseKey about,
            Relation relation,
            Topic topic,
            String asked,
            String said,
            String person,
            Instant at) {
        jdbc.sql(Sql.of(ContactStore.class, "add-contact"))
                .param("program", program)
                .param("household", household(about))
                .param("application", application(about))
                .param("relation", relation.name())
                .param("topic", topic.name())
                .param("sealed", vault.sealText(asked + SEPARATOR + said))
                .param("person", person)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** The notes about a household and any of these applications, the newest first. */
    List<Contact> about(short program, @Nullable String household, List<Long> applications) {
        return jdbc.sql(Sql.of(ContactStore.class, "contacts"))
                .param("program", program)
                .param("household", household)
                .param("applications", applications.toArray(Long[]::new))
                .query((row, _) -> contact(row))
                .list();
    }

    private Contact contact(ResultSet row) throws SQLException {
        String[] texts = vault.openText(row.getBytes("sealed")).split(SEPARATOR, 2);
        return new Contact(
                Relation.valueOf(row.getString("relation")),
                Topic.valueOf(row.getString("topic")),
                texts[0],
                texts[1],
                row.getString("person"),
                InquiryStore.inJapan(row, "at"));
    }

    private static @Nullable String household(CaseKey about) {
        return switch (about) {
            case CaseKey.OfHousehold household -> household.householdNo();
            case CaseKey.OfApplication _ -> null;
        };
    }

    private static @Nullable Long application(CaseKey about) {
        return switch (about) {
            case CaseKey.OfHousehold _ -> null;
            case CaseKey.OfApplication application -> application.id();
        };
    }
}
