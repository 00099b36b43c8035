package jp.kyufu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.assessment.Rectifying;
import jp.kyufu.intake.Field;
import jp.kyufu.intake.Rectifications.Entered;
import jp.kyufu.intake.Rectifications.Source;
import jp.kyufu.intake.SaidFile;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyufu rectify}: a defective application by what the applicant has written or said. */
@Command(name = "rectify")
final class RectifyCommand extends SessionCommand {

    @Mixin MatchingCommands.About about = new MatchingCommands.About();

    @ArgGroup(exclusive = false, multiplicity = "1")
    @Nullable Said said;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "LETTER|TELEPHONE|COUNTER",
            descriptionKey = "rectify.source")
    @Nullable Source source;

    @Option(names = "--protected", paramLabel = "REASON", descriptionKey = "protected")
    String whyProtected = "";

    /** What the applicant says now, on the command line or beside it. */
    static final class Said {

        private static final String STANDARD_INPUT = "-";

        @Option(names = "--set", paramLabel = "FIELD=TEXT", descriptionKey = "rectify.set")
        Map<Field, String> fields = new HashMap<>();

        @Option(names = "--set-file", paramLabel = "FILE", descriptionKey = "rectify.setFile")
        @Nullable Path file;

        Map<Field, String> all() throws IOException {
            Map<Field, String> all = new HashMap<>(fields);
            for (Map.Entry<Field, String> one : ofFile().entrySet()) {
                if (all.put(one.getKey(), one.getValue()) != null) {
                    throw new Refusal("cli.rectify.twice", one.getKey());
                }
            }
            return all;
        }

        private Map<Field, String> ofFile() throws IOException {
            if (file == null) {
                return Map.of();
            }
            if (file.equals(Path.of(STANDARD_INPUT))) {
                return SaidFile.read(STANDARD_INPUT, System.in);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return SaidFile.read(file.toString(), in);
            } catch (FileSystemException e) {
                throw new Refusal("cli.rectify.unreadable", file);
            }
        }
    }

    @Override
    int run(Session session) throws IOException {
        Entered entered =
                session.get(Rectifying.class)
                        .correct(
                                session.program(),
                                about.application(session),
                                new Rectifying.Correction(
                                        Objects.requireNonNull(said).all(),
                                        Objects.requireNonNull(source),
                                        about.reason,
                                        whyProtected),
                                about.as);
        session.say("rectify.done", about.receiptNo, entered.receiptNo());
        entered.faults().forEach(code -> session.line("  " + session.words().of(code)));
        return 0;
    }
}
