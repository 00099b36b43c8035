package jp.kyufu.cli;

import jp.kyufu.pipeline.AssessJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kyufu assess}: match, validate, decide, detect duplicates, create payments. */
@Command(name = "assess")
final class AssessCommand extends SessionCommand {

    @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
    String as = Session.OPERATOR;

    @Override
    int run(Session session) {
        AssessJob.Result result = session.get(AssessJob.class).run(session.program(), as);
        if (session.json()) {
            session.json(result);
        } else {
            result.applications()
                    .forEach(
                            (state, count) -> session.line("  %-12s %,9d".formatted(state, count)));
            session.say("assessed", result.payments());
        }
        return 0;
    }
}
