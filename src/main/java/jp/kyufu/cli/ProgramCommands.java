package jp.kyufu.cli;

import java.nio.file.Path;
import java.util.List;
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

    /** What a program is told of an opening. */
    private record OpenedProgram(String program, long entitled, long duplicates) {}

    /** What a program is told of an amendment. */
    private record AmendedProgram(String program, List<Amendment.Difference> differences) {}

    @Command(name = "open")
    static final class Open extends SessionCommand {

        @Parameters(paramLabel = "FILE", descriptionKey = "program.file")
        Path file = Path.of("");

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        @Override
        int run(Session session) {
            ProgramJobs.Opened opened = session.get(ProgramJobs.class).open(file, as);
            if (session.json()) {
                String code = opened.program().code();
                session.json(new OpenedProgram(code, opened.entitled(), opened.duplicates()));
                return 0;
            }
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
            if (session.json()) {
                session.json(new AmendedProgram(program.code(), amendment.differences()));
                return 0;
            }
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
