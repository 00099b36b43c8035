package jp.kyufu.cli;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.FileBooks;
import jp.kyufu.reconciliation.Reconciliation;
import jp.kyufu.reconciliation.Unexplained;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu books}: where the books stand against bank and point provider. */
@Command(
        name = "books",
        subcommands = {
            BooksCommands.Show.class,
            BooksCommands.Explain.class,
            BooksCommands.Clear.class,
            BooksCommands.Line.class,
            BooksCommands.Day.class
        })
final class BooksCommands {

    /** What was sent over a rail and what became of it. */
    record Total(long sent, long credited, long returned, long pending, long difference) {

        private Total plus(FileBooks file) {
            return new Total(
                    sent + file.sent(),
                    credited + file.credited(),
                    returned + file.returned(),
                    pending + file.pending(),
                    difference + file.difference());
        }
    }

    /** The whole answer of {@code books show}. */
    record Answer(List<FileBooks> files, Map<Rail, Total> totals, List<Unexplained> unexplained) {}

    @Command(name = "show")
    static final class Show extends SessionCommand {

        @Override
        int run(Session session) {
            Program program = session.program();
            Reconciliation reconciliation = session.get(Reconciliation.class);
            List<FileBooks> files = reconciliation.files(program);
            Map<Rail, Total> totals = new EnumMap<>(Rail.class);
            for (FileBooks file : files) {
                totals.put(
                        file.rail(),
                        totals.getOrDefault(file.rail(), new Total(0, 0, 0, 0, 0)).plus(file));
            }
            List<Unexplained> unexplained = reconciliation.unexplained(program);
            if (session.json()) {
                session.json(new Answer(files, totals, unexplained));
            } else {
                print(session, files, totals);
                session.say("books.unexplained", unexplained.size());
                unexplained.forEach(
                        item -> session.line("  " + session.words().of(DayClose.words(item))));
            }
            return totals.values().stream().allMatch(total -> total.difference() == 0)
                    ? 0
                    : Cli.REFUSED;
        }

        private static void print(Session session, List<FileBooks> files, Map<Rail, Total> totals) {
            session.say("books.columns");
            for (FileBooks file : files) {
                String taken = file.debited() ? session.words().of("cli.books.debited") : "";
                session.line(
                        "%6d %-6s %10s %s %s"
                                .formatted(
                                        file.fileNo(),
                                        file.rail(),
                                        file.payDate() == null ? "" : file.payDate(),
                                        figures(new Total(0, 0, 0, 0, 0).plus(file)),
                                        taken));
            }
            totals.forEach((rail, total) ->
                    session.line("       %-6s %10s %s".formatted(rail, "", figures(total))));
        }

        private static String figures(Total total) {
            return "%,15d %,15d %,15d %,15d %,15d"
                    .formatted(
                            total.sent(),
                            total.credited(),
                            total.returned(),
                            total.pending(),
                            total.difference());
        }
    }

    /** Someone who says why. */
    abstract static class WithReason extends SessionCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";
    }

    @Command(name = "explain")
    static final class Explain extends WithReason {

        @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "books.kind")
        String kind = "";

        @Parameters(index = "1", paramLabel = "REF", descriptionKey = "books.ref")
        String ref = "";

        @Override
        int run(Session session) {
            session.get(Reconciliation.class).explain(session.program(), kind, ref, reason, as);
            session.say("books.explained", kind, ref);
            return 0;
        }
    }

    @Command(name = "clear")
    static final class Clear extends WithReason {

        @Parameters(arity = "1..*", paramLabel = "LINE", descriptionKey = "books.line")
        List<Long> lines = List.of();

        @Option(names = "--file", paramLabel = "NO", descriptionKey = "file.no")
        List<Integer> files = List.of();

        @Option(names = "--payment", paramLabel = "NO", descriptionKey = "payment")
        List<Long> payments = List.of();

        @Override
        int run(Session session) {
            session.get(Reconciliation.class).clear(lines, files, payments, reason, as);
            session.say("books.cleared", lines);
            return 0;
        }
    }

    @Command(name = "line")
    static final class Line extends SessionCommand {

        @Parameters(paramLabel = "LINE", descriptionKey = "books.line")
        long line;

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            session.line(session.get(Reconciliation.class).line(line, as));
            return 0;
        }
    }

    @Command(name = "day")
    static final class Day extends SessionCommand {

        @Option(names = "--date", paramLabel = "yyyy-MM-dd", descriptionKey = "close.date")
        @Nullable LocalDate date;

        @Override
        int run(Session session) {
            CloseCommand.answer(
                    session,
                    session.get(DayClose.class)
                            .sheet(session.program(), Optional.ofNullable(date)));
            return 0;
        }
    }
}
