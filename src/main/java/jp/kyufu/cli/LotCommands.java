package jp.kyufu.cli;

import java.nio.file.Path;
import java.util.List;
import jp.kyufu.cli.FileCommands.Act;
import jp.kyufu.cli.ReleaseCommands.EvidenceOptions;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.PointLot;
import jp.kyufu.reconciliation.PointLots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu lots}: points that were granted, and what the provider says of them. */
@Command(
        name = "lots",
        subcommands = {
            LotCommands.ListAll.class,
            LotCommands.Show.class,
            LotCommands.Reverse.class,
            LotCommands.Reversed.class,
            LotCommands.NotReversed.class,
            LotCommands.Claimed.class,
            LotCommands.Expired.class
        })
final class LotCommands {

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            List<PointLot> lots = session.get(PointLots.class).list(session.program());
            if (session.json()) {
                session.json(lots);
            } else {
                lots.forEach(lot -> print(session, lot));
            }
            return 0;
        }
    }

    @Command(name = "show")
    static final class Show extends SessionCommand {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @Override
        int run(Session session) {
            PointLot.Story story = session.get(PointLots.class).show(session.program(), paymentNo);
            if (session.json()) {
                session.json(story);
                return 0;
            }
            print(session, story.lot());
            for (PointLot.Event event : story.events()) {
                session.say(
                        "lots.event." + event.kind(),
                        event.dated(),
                        event.document(),
                        event.toldBy(),
                        event.person());
            }
            return 0;
        }
    }

    @Command(name = "reverse")
    static final class Reverse extends Act {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Override
        int run(Session session) {
            PointLots lots = session.get(PointLots.class);
            lots.askReversal(session.program(), paymentNo, reason, as);
            session.say("lots.asked", paymentNo);
            return 0;
        }
    }

    /** What the provider said. */
    abstract static class Told extends Act {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @Mixin EvidenceOptions evidence = new EvidenceOptions();

        abstract PointLots.Word word();

        @Override
        int run(Session session) {
            PointLots lots = session.get(PointLots.class);
            lots.told(session.program(), paymentNo, word(), evidence.on(session.today()), as);
            print(session, lots.show(session.program(), paymentNo).lot());
            return 0;
        }
    }

    @Command(name = "reversed")
    static final class Reversed extends Told {

        @Override
        PointLots.Word word() {
            return PointLots.Word.REVERSED;
        }
    }

    @Command(name = "not-reversed")
    static final class NotReversed extends Told {

        @Override
        PointLots.Word word() {
            return PointLots.Word.REVERSAL_REFUSED;
        }
    }

    @Command(name = "claimed")
    static final class Claimed extends Told {

        @Override
        PointLots.Word word() {
            return PointLots.Word.CLAIMED;
        }
    }

    @Command(name = "expired")
    static final class Expired extends Told {

        @Override
        PointLots.Word word() {
            return PointLots.Word.EXPIRED;
        }
    }

    /** {@code import point-lots}. */
    @Command(name = "point-lots")
    static final class Import extends ImportCommands.OfFiles {

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "lots.file")
        List<Path> files = List.of();

        @Override
        int run(Session session) {
            ImportJobs jobs = session.get(ImportJobs.class);
            Program program = session.program();
            return takeEach(
                    session,
                    files,
                    file -> List.of(jobs.pointLots(program, file, as)),
                    summary -> print(session, summary));
        }
    }

    private static void print(Session session, PointLot.Summary summary) {
        session.say("imported.results", summary.name(), summary.lines());
        summary.buckets()
                .forEach((bucket, count) -> session.line("  %-16s %,9d".formatted(bucket, count)));
    }

    private static void print(Session session, PointLot lot) {
        session.say(
                "lots.line",
                lot.paymentNo(),
                lot.points(),
                lot.grantedOn(),
                lot.expiresOn(),
                session.words().of("cli.lots.state." + lot.state()));
        if (lot.asked()) {
            session.say("lots.waits");
        }
    }
}
