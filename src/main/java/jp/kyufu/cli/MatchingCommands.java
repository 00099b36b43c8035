package jp.kyufu.cli;

import java.nio.file.Path;
import jp.kyufu.matching.Explanation;
import jp.kyufu.matching.Explanations;
import jp.kyufu.matching.MatchDecisions;
import jp.kyufu.matching.Model;
import jp.kyufu.matching.ModelTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu matching}: whose an application is, why, and what people say of it. */
@Command(
        name = "matching",
        subcommands = {
            MatchingCommands.Explain.class,
            MatchingCommands.Same.class,
            MatchingCommands.Different.class,
            MatchingCommands.Nobody.class,
            MatchingCommands.Undo.class,
            MatchingCommands.Train.class
        })
final class MatchingCommands {

    /** Which application, who acts on it, and why. */
    static final class About {

        @Parameters(index = "0", paramLabel = "RECEIPT_NO", descriptionKey = "receipt")
        String receiptNo = "";

        @Option(names = "--channel", paramLabel = "CHANNEL", descriptionKey = "channel")
        @Nullable String channel;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        long application(Session session) {
            return session.get(MatchDecisions.class)
                    .application(session.program(), receiptNo, channel);
        }
    }

    @Command(name = "explain")
    static final class Explain extends SessionCommand {

        @Mixin About about = new About();

        @Override
        int run(Session session) {
            Explanation explanation =
                    session.get(Explanations.class)
                            .explain(
                                    session.program(),
                                    about.application(session),
                                    about.receiptNo,
                                    about.as,
                                    about.reason);
            if (session.json()) {
                session.json(explanation);
            } else {
                MatchingWords.print(session, explanation);
            }
            return 0;
        }
    }

    /** A decision about an application and a resident. */
    abstract static class AboutResident extends SessionCommand {

        @Mixin About about = new About();

        @Parameters(index = "1", paramLabel = "RESIDENT_NO", descriptionKey = "resident")
        String residentNo = "";
    }

    @Command(name = "same")
    static final class Same extends AboutResident {

        @Override
        int run(Session session) {
            session.get(MatchDecisions.class)
                    .same(about.application(session), residentNo, about.as, about.reason);
            session.say("matching.same", about.receiptNo, residentNo);
            return 0;
        }
    }

    @Command(name = "different")
    static final class Different extends AboutResident {

        @Override
        int run(Session session) {
            session.get(MatchDecisions.class)
                    .different(about.application(session), residentNo, about.as, about.reason);
            session.say("matching.different", about.receiptNo, residentNo);
            return 0;
        }
    }

    @Command(name = "nobody")
    static final class Nobody extends SessionCommand {

        @Mixin About about = new About();

        @Override
        int run(Session session) {
            session.get(MatchDecisions.class)
                    .notInRegister(about.application(session), about.as, about.reason);
            session.say("matching.nobody", about.receiptNo);
            return 0;
        }
    }

    @Command(name = "undo")
    static final class Undo extends SessionCommand {

        @Mixin About about = new About();

        @Override
        int run(Session session) {
            session.get(MatchDecisions.class)
                    .revoke(about.application(session), about.as, about.reason);
            session.say("matching.undone", about.receiptNo);
            return 0;
        }
    }

    @Command(name = "train")
    static final class Train extends SessionCommand {

        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "out.model")
        Path out = Path.of("");

        @Option(
                names = "--model-version",
                required = true,
                paramLabel = "TEXT",
                descriptionKey = "model.version")
        String version = "";

        @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
        long seed = 1;

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            Model model =
                    session.get(ModelTraining.class)
                            .train(session.program(), version, seed, out, as);
            session.say("matching.trained", model.version(), model.trainedOn(), out);
            return 0;
        }
    }
}
