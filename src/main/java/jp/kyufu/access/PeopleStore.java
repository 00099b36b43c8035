package jp.kyufu.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyufu.database.Sql;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables person and person_role. */
final class PeopleStore {

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a role stands in the database and in commands. */
    static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Adds a person or sets the end of a known one; gives the id as it was first written. */
    String addPerson(String id, @Nullable LocalDate endsOn, String actor) {
        return jdbc.sql(Sql.of(PeopleStore.class, "add-person"))
                .param("id", id)
                .param("endsOn", endsOn)
                .param("actor", actor)
                .query(String.class)
                .single();
    }

    /** Grants a role; false if the person has it already. */
    boolean grant(String id, Role role, String actor) {
        return jdbc.sql(Sql.of(PeopleStore.class, "grant-role"))
                        .param("id", id)
                        .param("role", written(role))
                        .param("actor", actor)
                        .update()
                == 1;
    }

    List<Person> all() {
        return jdbc.sql(Sql.of(PeopleStore.class, "people"))
                .param("id", null, java.sql.Types.VARCHAR)
                .query(PeopleStore::person)
                .list();
    }

    Optional<Person> find(String id) {
        return jdbc.sql(Sql.of(PeopleStore.class, "people"))
                .param("id", id)
                .query(PeopleStore::person)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        Set<Role> known =
                Arrays.stream(roles)
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
        return new Person(
                row.getString("person_id"), known, row.getObject("ends_on", LocalDate.class));
    }
}
