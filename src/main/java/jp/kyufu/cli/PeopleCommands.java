package jp.kyufu.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu people}: who may do what. */
@Command(
        name = "people",
        subcommands = {PeopleCommands.Add.class, PeopleCommands.ListAll.class})
final class PeopleCommands {

    @Command(name = "add")
    static final class Add extends SessionCommand {

        @Parameters(paramLabel = "ID", descriptionKey = "person")
        String id = "";

        @Option(
                names = "--roles",
                required = true,
                split = ",",
                paramLabel = "ROLE",
                descriptionKey = "roles")
        List<Role> roles = List.of();

        @Option(names = "--end", paramLabel = "yyyy-MM-dd", descriptionKey = "end")
        @Nullable LocalDate end;

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        @Override
        int run(Session session) {
            Person person = session.get(People.class).add(id, roles, end, as);
            session.say("people.added", person.id(), roles(person));
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            List<Person> people = session.get(People.class).list();
            if (session.json()) {
                session.json(people);
            } else {
                people.forEach(person ->
                        session.line(
                                person.id()
                                        + "  "
                                        + roles(person)
                                        + (person.endsOn() == null
                                                ? ""
                                                : "  -" + person.endsOn())));
            }
            return 0;
        }
    }

    private static String roles(Person person) {
        return person.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
