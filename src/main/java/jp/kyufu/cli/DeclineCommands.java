package jp.kyufu.cli;

import java.util.List;
import jp.kyufu.assessment.Declines;
import jp.kyufu.assessment.Declines.Decline;
import jp.kyufu.cli.CorrectionCommands.ActWithEvidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kyufu declines}: residents who told in writing that they do not want the benefit. */
@Command(
        name = "declines",
        subcommands = {
            DeclineCommands.Add.class,
            DeclineCommands.TakeBack.class,
            DeclineCommands.ListAll.class
        })
final class DeclineCommands {

    @Command(name = "add")
    static final class Add extends ActWithEvidence {

        @Parameters(paramLabel = "RESIDENT_NO", descriptionKey = "resident")
        String resident = "";

        @Override
        int run(Session session) {
            session.get(Declines.class).add(session.program(), resident, reason, evidence, as);
            session.say("declines.added", resident);
            return 0;
        }
    }

    @Command(name = "take-back")
    static final class TakeBack extends ActWithEvidence {

        @Parameters(paramLabel = "RESIDENT_NO", descriptionKey = "resident")
        String resident = "";

        @Override
        int run(Session session) {
            session.get(Declines.class).takeBack(session.program(), resident, reason, evidence, as);
            session.say("declines.takenBack", resident);
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            List<Decline> declines = session.get(Declines.class).list(session.program());
            if (session.json()) {
                session.json(declines);
            } else {
                declines.forEach(one ->
                        session.say(
                                one.stands() ? "declines.stands" : "declines.over",
                                one.declineNo(),
                                one.residentNo(),
                                one.on(),
                                one.person(),
                                one.reason(),
                                one.evidence()));
            }
            return 0;
        }
    }
}
