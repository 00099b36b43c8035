package jp.kyufu.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.kyufu.access.People;
import jp.kyufu.access.SignIns;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.pipeline.PayJob;
import jp.kyufu.program.BusinessCalendar;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kyufu serve}: the pages, until the process is stopped. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    private static final List<String> DEMO =
            List.of(
                    PayJob.OFFICE,
                    PayJob.APPROVER,
                    PayJob.FINANCE,
                    "callcenter",
                    "auditor",
                    "admin");

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8080")
    int port = 8080;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "address")
    @Nullable InetAddress address;

    @Option(names = "--demo", descriptionKey = "demo")
    boolean demo;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommonOptions common = SessionCommand.common(spec);
        try (Session session = demo ? practice(common) : Session.serve(common, settings())) {
            session.get(KanjiMaps.class).activate();
            if (demo) {
                signUp(session);
            } else {
                session.get(SignIns.class)
                        .firstAdministrator(Session.OPERATOR)
                        .ifPresent(password -> session.say("serve.first", "admin", password));
            }
            session.say("serve.open", session.port());
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private Map<String, Object> settings() {
        return address == null
                ? Map.of("server.port", port)
                : Map.of("server.port", port, "server.address", address.getHostAddress());
    }

    /** The city that {@code demo} has paid, on the business day after its last close. */
    private Session practice(CommonOptions common) throws IOException {
        Path data = common.data.resolve("demo");
        if (!Files.isDirectory(data)) {
            DemoCommand paid = new DemoCommand();
            paid.spec = spec;
            paid.out = data.resolveSibling("demo-files");
            paid.call();
        }
        LocalDate today = common.today;
        if (today == null) {
            try (Session closed = Session.practiceLater(common, data, null)) {
                today = BusinessCalendar.plusBusinessDays(lastClose(closed), 1);
            }
        }
        return Session.servePractice(common, data, today, settings());
    }

    private static LocalDate lastClose(Session session) {
        Program program = session.program();
        return session.get(DayClose.class).sheet(program, Optional.empty()).closedOn();
    }

    /** One person for each part, each with a password made now. */
    private static void signUp(Session session) {
        session.get(PayJob.class).signUp(Session.OPERATOR);
        People people = session.get(People.class);
        people.add("callcenter", List.of(Role.CALLCENTER), null, Session.OPERATOR);
        people.add("auditor", List.of(Role.AUDITOR), null, Session.OPERATOR);
        people.add("admin", List.of(Role.ADMIN), null, Session.OPERATOR);
        session.say("serve.demo");
        for (String person : DEMO) {
            String password = session.get(SignIns.class).toPractise(person);
            session.line("  %-12s %s".formatted(person, password));
        }
    }
}
