package jp.kyufu.cli;

import java.util.List;
import jp.kyufu.cli.FileCommands.Act;
import jp.kyufu.correction.Correction;
import jp.kyufu.correction.Corrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu corrections}: what changes about a claim after it was paid. */
@Command(
        name = "corrections",
        subcommands = {CorrectionCommands.Add.class, CorrectionCommands.ListAll.class})
final class CorrectionCommands {

    /** An act that says why, and what shows it. */
    abstract static class ActWithEvidence extends Act {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Option(
                names = "--evidence",
                required = true,
                paramLabel = "TEXT",
                descriptionKey = "evidence")
        String evidence = "";
    }

    @Command(name = "add")
    static final class Add extends ActWithEvidence {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @Option(
                names = "--declines",
                split = ",",
                paramLabel = "RESIDENT_NO",
                descriptionKey = "declines")
        List<String> declines = List.of();

        @Option(
                names = "--claims",
                split = ",",
                paramLabel = "RESIDENT_NO",
                descriptionKey = "claims")
        List<String> claims = List.of();

        @Override
        int run(Session session) {
            Correction correction =
                    session.get(Corrections.class)
                            .add(
                                    session.program(),
                                    paymentNo,
                                    declines,
                                    claims,
                                    reason,
                                    evidence,
                                    as);
            if (session.json()) {
                session.json(correction);
            } else {
                print(session, correction);
            }
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            List<Correction> corrections = session.get(Corrections.class).list(session.program());
            if (session.json()) {
                session.json(corrections);
            } else {
                corrections.forEach(correction -> print(session, correction));
            }
            return 0;
        }
    }

    private static void print(Session session, Correction correction) {
        session.say(
                "corrections.line",
                correction.paymentNo(),
                correction.number(),
                correction.receiptNo(),
                correction.on(),
                correction.person(),
                correction.reason(),
                correction.evidence());
        for (Correction.Change change : correction.changes()) {
            session.say("corrections." + change.change(), change.residentNo(), change.difference());
            if (change.caseNo() != null) {
                session.say("corrections.case", change.caseNo());
            }
        }
        if (correction.topUp() != null) {
            session.say("corrections.topUp", correction.topUp());
        }
    }
}
