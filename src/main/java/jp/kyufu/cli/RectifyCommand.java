package jp.kyufu.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.assessment.Rectifying;
import jp.kyufu.intake.Field;
import jp.kyufu.intake.Rectifications.Entered;
import jp.kyufu.intake.Rectifications.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyufu rectify}: a defective application by what the applicant has written or said. */
@Command(name = "rectify")
final class RectifyCommand extends SessionCommand {

    @Mixin MatchingCommands.About about = new MatchingCommands.About();

    @Option(
            names = "--set",
            required = true,
            paramLabel = "FIELD=TEXT",
            descriptionKey = "rectify.set")
    Map<Field, String> said = new HashMap<>();

    @Option(
            names = "--source",
            required = true,
            paramLabel = "LETTER|TELEPHONE|COUNTER",
            descriptionKey = "rectify.source")
    @Nullable Source source;

    @Option(names = "--protected", paramLabel = "REASON", descriptionKey = "protected")
    String whyProtected = "";

    @Override
    int run(Session session) {
        Entered entered =
                session.get(Rectifying.class)
                        .correct(
                                session.program(),
                                about.application(session),
                                new Rectifying.Correction(
                                        said,
                                        Objects.requireNonNull(source),
                                        about.reason,
                                        whyProtected),
                                about.as);
        session.say("rectify.done", about.receiptNo, entered.receiptNo());
        entered.faults().forEach(code -> session.line("  " + session.words().of(code)));
        return 0;
    }
}
