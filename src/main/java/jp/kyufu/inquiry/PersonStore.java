package jp.kyufu.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.database.Sql;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who somebody is, for the few that are shown: residents by number, applicants by their forms. */
@Repository
class PersonStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    PersonStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Residents by their numbers. */
    Map<String, Person> residents(List<String> residentNos) {
        Map<String, Person> found = new HashMap<>();
        if (!residentNos.isEmpty()) {
            jdbc.sql(Sql.of(PersonStore.class, "persons"))
                    .param("numbers", residentNos.toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString("resident_no"), person(row));
                    });
        }
        return found;
    }

    /** What an applicant wrote; empty if there is no such application. */
    Optional<ApplicationForm> form(long application) {
        return jdbc.sql("SELECT sealed FROM application WHERE application_id = :id")
                .param("id", application)
                .query(byte[].class)
                .optional()
                .map(sealed -> ApplicationForm.fromBytes(vault.open(sealed)));
    }

    /** Applicants by what they wrote; without an address, for nobody knows whose it is. */
    Map<Long, Person> applicants(List<Long> applications) {
        Map<Long, Person> found = new HashMap<>();
        if (!applications.isEmpty()) {
            jdbc.sql(Sql.of(PersonStore.class, "forms"))
                    .param("ids", applications.toArray(Long[]::new))
                    .query(row -> {
                        found.put(row.getLong(1), applicant(row));
                    });
        }
        return found;
    }

    private Person applicant(ResultSet row) throws SQLException {
        ApplicationForm form = ApplicationForm.fromBytes(vault.open(row.getBytes(3)));
        return new Person(
                "",
                form.get(Field.NAME),
                form.get(Field.KANA),
                row.getObject(2, LocalDate.class),
                "",
                false,
                false);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("resident_no"),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("dwelling"),
                row.getBoolean("head"),
                row.getBoolean("protected"));
    }

    /** Those of these residents who are entitled under a program and not found otherwise since. */
    Set<String> entitled(short program, List<String> residentNos) {
        Set<String> entitled = new HashSet<>();
        if (!residentNos.isEmpty()) {
            jdbc.sql(Sql.of(PersonStore.class, "entitled"))
                    .param("program", program)
                    .param("numbers", residentNos.toArray(String[]::new))
                    .query(row -> {
                        entitled.add(row.getString(1));
                    });
        }
        return entitled;
    }
}
