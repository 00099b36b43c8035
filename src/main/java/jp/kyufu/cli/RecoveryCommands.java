package jp.kyufu.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kyufu.cli.CorrectionCommands.ActWithEvidence;
import jp.kyufu.cli.FileCommands.Act;
import jp.kyufu.correction.Recoveries;
import jp.kyufu.correction.RecoveryCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu recoveries}: what was paid to people who are not entitled, and comes back. */
@Command(
        name = "recoveries",
        subcommands = {
            RecoveryCommands.ListAll.class,
            RecoveryCommands.Show.class,
            RecoveryCommands.Paid.class,
            RecoveryCommands.WriteOff.class,
            RecoveryCommands.Withdraw.class,
            RecoveryCommands.Refund.class,
            RecoveryCommands.Confirm.class
        })
final class RecoveryCommands {

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            List<RecoveryCase> cases = session.get(Recoveries.class).list(session.program());
            if (session.json()) {
                session.json(cases);
            } else {
                cases.forEach(one -> print(session, one));
            }
            return 0;
        }
    }

    @Command(name = "show")
    static final class Show extends SessionCommand {

        @Parameters(paramLabel = "CASE_NO", descriptionKey = "case")
        int caseNo;

        @Override
        int run(Session session) {
            RecoveryCase.Story story =
                    session.get(Recoveries.class).show(session.program(), caseNo);
            if (session.json()) {
                session.json(story);
                return 0;
            }
            print(session, story.ofCase());
            for (RecoveryCase.Entry entry : story.entries()) {
                session.say(
                        "recoveries.entry." + entry.kind(),
                        entry.amount(),
                        entry.dated(),
                        entry.evidence(),
                        entry.requestedBy().isEmpty()
                                ? entry.person()
                                : entry.requestedBy() + ", " + entry.person());
            }
            story.waiting().forEach(request -> asked(session, request));
            return 0;
        }
    }

    @Command(name = "paid")
    static final class Paid extends Act {

        @Parameters(paramLabel = "CASE_NO", descriptionKey = "case")
        int caseNo;

        @Option(
                names = "--amount",
                required = true,
                paramLabel = "AMOUNT",
                descriptionKey = "amount")
        long amount;

        @Option(names = "--when", paramLabel = "yyyy-MM-dd", descriptionKey = "dated")
        @Nullable LocalDate dated;

        @Option(
                names = "--evidence",
                required = true,
                paramLabel = "TEXT",
                descriptionKey = "evidence")
        String evidence = "";

        @Override
        int run(Session session) {
            LocalDate on = Objects.requireNonNullElse(dated, session.today());
            answer(
                    session,
                    session.get(Recoveries.class)
                            .paid(session.program(), caseNo, amount, on, evidence, as));
            return 0;
        }
    }

    /** What one person asks for and another does. */
    abstract static class Ask extends ActWithEvidence {

        @Parameters(paramLabel = "CASE_NO", descriptionKey = "case")
        int caseNo;

        @Option(names = "--amount", paramLabel = "AMOUNT", descriptionKey = "amount.all")
        @Nullable Long amount;

        abstract Recoveries.Kind kind();

        @Override
        int run(Session session) {
            Recoveries recoveries = session.get(Recoveries.class);
            recoveries.ask(
                    session.program(),
                    caseNo,
                    kind(),
                    Optional.ofNullable(amount),
                    reason,
                    evidence,
                    as);
            RecoveryCase.Request request =
                    recoveries.show(session.program(), caseNo).waiting().getFirst();
            if (session.json()) {
                session.json(request);
            } else {
                asked(session, request);
            }
            return 0;
        }
    }

    @Command(name = "write-off")
    static final class WriteOff extends Ask {

        @Override
        Recoveries.Kind kind() {
            return Recoveries.Kind.WRITTEN_OFF;
        }
    }

    @Command(name = "withdraw")
    static final class Withdraw extends Ask {

        @Override
        Recoveries.Kind kind() {
            return Recoveries.Kind.WITHDRAWN;
        }
    }

    @Command(name = "refund")
    static final class Refund extends Ask {

        @Override
        Recoveries.Kind kind() {
            return Recoveries.Kind.REFUNDED;
        }
    }

    @Command(name = "confirm")
    static final class Confirm extends Act {

        @Parameters(paramLabel = "REQUEST_NO", descriptionKey = "request")
        int requestNo;

        @Override
        int run(Session session) {
            answer(
                    session,
                    session.get(Recoveries.class).confirm(session.program(), requestNo, as));
            return 0;
        }
    }

    private static void answer(Session session, RecoveryCase one) {
        if (session.json()) {
            session.json(one);
        } else {
            print(session, one);
        }
    }

    private static void asked(Session session, RecoveryCase.Request request) {
        session.say(
                "recoveries.asked",
                request.requestNo(),
                session.words().of("cli.recoveries.kind." + request.kind()),
                request.amount(),
                request.person(),
                request.reason());
    }

    private static void print(Session session, RecoveryCase one) {
        session.say(
                "recoveries.line",
                one.caseNo(),
                one.paymentNo(),
                one.residentNo(),
                one.amount(),
                one.paid(),
                one.balance(),
                session.words().of("cli.recoveries.state." + one.state()),
                one.reason());
    }
}
