package jp.kyufu.cli;

import java.nio.file.Path;
import java.util.List;
import jp.kyufu.cli.FileCommands.Act;
import jp.kyufu.cli.ReleaseCommands.EvidenceOptions;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.dispatch.Stop;
import jp.kyufu.dispatch.Stops;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu stops}: payments the bank is asked not to make, until it answers. */
@Command(
        name = "stops",
        subcommands = {
            StopCommands.Add.class,
            StopCommands.Confirm.class,
            StopCommands.Refuse.class,
            StopCommands.Print.class,
            StopCommands.ListAll.class
        })
final class StopCommands {

    @Command(name = "add")
    static final class Add extends Act {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long payment;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Override
        int run(Session session) {
            session.named().ifPresent(p -> session.get(Stops.class).paymentMustBeOf(p, payment));
            Stop stop = session.get(Stops.class).add(payment, reason, as);
            if (session.json()) {
                session.json(stop);
            } else {
                session.say("stops.added", stop.stopNo(), payment, Alarms.written(stop.deadline()));
            }
            return 0;
        }
    }

    /** What the bank answered to a stop. */
    abstract static class Answer extends Act {

        @Parameters(paramLabel = "STOP_NO", descriptionKey = "stop.no")
        int stop;

        @Mixin EvidenceOptions evidence = new EvidenceOptions();

        @Override
        final int run(Session session) {
            session.named().ifPresent(p -> session.get(Stops.class).mustBeOf(p, stop));
            return act(session);
        }

        /** Records it of the stop, which is of the program that was named, if one was. */
        abstract int act(Session session);
    }

    @Command(name = "confirm")
    static final class Confirm extends Answer {

        @Override
        int act(Session session) {
            session.get(Stops.class).confirmed(stop, evidence.on(session.today()), as);
            session.say("stops.confirmed", stop);
            return 0;
        }
    }

    @Command(name = "refuse")
    static final class Refuse extends Answer {

        @Override
        int act(Session session) {
            session.get(Stops.class).refused(stop, evidence.on(session.today()), as);
            session.say("stops.refused", stop);
            return 0;
        }
    }

    @Command(name = "print")
    static final class Print extends Act {

        @Parameters(paramLabel = "NO", descriptionKey = "file.no")
        int file;

        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "out.file")
        Path out = Path.of("");

        @Override
        int run(Session session) {
            session.mustBeOfProgram(List.of(file));
            session.get(Stops.class).print(file, out, as);
            session.say("files.released", out);
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            List<Stop> stops = session.get(Stops.class).list(session.program());
            if (session.json()) {
                session.json(stops);
            } else {
                stops.forEach(stop -> print(session, stop));
            }
            return 0;
        }
    }

    static void print(Session session, Stop stop) {
        session.say(
                "stops.line",
                stop.stopNo(),
                stop.paymentNo(),
                stop.fileNo(),
                stop.amount(),
                Alarms.written(stop.deadline()),
                stop.reason(),
                stop.person());
        stop.answer()
                .ifPresentOrElse(
                        answer ->
                                session.say(
                                        answer.confirmed()
                                                ? "stops.line.confirmed"
                                                : "stops.line.refused",
                                        answer.document(),
                                        answer.toldBy(),
                                        answer.dated()),
                        () -> session.say("stops.line.open"));
    }
}
