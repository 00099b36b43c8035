package jp.kyufu.cli;

import java.nio.file.Path;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Amendment;
import jp.kyufu.program.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu program}: opening and amending. */
@Command(
        name = "program",
        subcommands = {ProgramCommands.Open.class, ProgramCommands.Amend.class})
final class ProgramCommands {

    @Command(name = "open")
    static final class Open extends SessionCommand {

        @Parameters(paramLabel = "FILE", descriptionKey = "program.file")
        Path file = Path.of("");

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        @Override
        int run(Session session) {
            ProgramJobs.Opened opened = session.get(ProgramJobs.class).open(file, as);
            session.say("program.opened", opened.program().code(), opened.entitled());
            if (opened.duplicates() > 0) {
                session.say("program.duplicates", opened.duplicates());
            }
            return 0;
        }
    }

    @Command(name = "amend")
    static final class Amend extends SessionCommand {

        @Parameters(paramLabel = "FILE", descriptionKey = "program.file")
        Path file = Path.of("");

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            Amendment amendment = session.get(ProgramJobs.class).amend(file, as);
            Program program = amendment.program();
            amendment
                    .differences()
                    .forEach(difference ->
                            session.say(
                                    "program.changed",
                                    difference.key(),
                                    difference.stored(),
                                    difference.found()));
            session.say("program.amended", program.code(), amendment.differences().size());
            return 0;
        }
    }
}
