package jp.kyufu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Entry of the command line: exit code 0 done, 1 refused with a reason, 2 usage, 3 a defect. */
@Command(
        name = "kyufu",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Kyufu 1.0.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            PeopleCommands.class,
            ImportCommands.class,
            ProgramCommands.class,
            AssessCommand.class,
            FindingCommands.class,
            MatchingCommands.class,
            RectifyCommand.class,
            FileCommands.class,
            ReturnCommands.class,
            CorrectionCommands.class,
            DeclineCommands.class,
            RecoveryCommands.class,
            AccountCommands.class,
            LotCommands.class,
            BooksCommands.class,
            CloseCommand.class,
            StatusCommand.class,
            AlarmsCommand.class,
            StopCommands.class,
            ExportCommand.class,
            VerifyCommand.class,
            ServeCommand.class,
            KeyCommands.class,
            GenerateCommand.class,
            PlayBankCommand.class,
            BenchCommand.class,
            ChaosCommand.class,
            ChaosJobCommand.class
        })
public final class Cli {

    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int DEFECT = 3;

    @Mixin @Nullable CommonOptions common;

    private static @Nullable Class<?> application;

    private Cli() {}

    /**
     * Runs one command. What it answers is UTF-8 wherever it runs.
     *
     * @param main the class that Spring scans from
     * @return the exit code
     */
    public static int run(Class<?> main, String... args) {
        return run(main, utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
    }

    /**
     * Runs one command that answers elsewhere. The standard streams of the process are these two
     * from then on.
     *
     * @param out for the answer
     * @param err for what was refused, and progress
     */
    public static int run(Class<?> main, PrintStream out, PrintStream err, String... args) {
        application = main;
        System.setOut(out);
        System.setErr(err);
        Locale locale = Language.of(args);
        Locale.setDefault(locale);
        CommandLine line = new CommandLine(new Cli());
        line.setResourceBundle(
                ResourceBundle.getBundle(
                        "jp.kyufu.cli.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(new PrintWriter(System.out, true));
        line.setErr(new PrintWriter(System.err, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, text -> date(text, new Words(locale)));
        line.registerConverter(LocalTime.class, text -> time(text, new Words(locale)));
        line.setExecutionStrategy(parsed -> {
            CommandLine.ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            if (!(last.commandSpec().userObject() instanceof Callable)
                    && !last.commandSpec().subcommands().isEmpty()
                    && !last.isUsageHelpRequested()
                    && !last.isVersionHelpRequested()) {
                last.commandSpec().commandLine().usage(System.err);
                return USAGE;
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> failed(failure, new Words(locale)));
        return line.execute(args);
    }

    private static LocalDate date(String text, Words words) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(words.of("cli.date", text));
        }
    }

    private static LocalTime time(String text, Words words) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(words.of("cli.timeOfDay", text));
        }
    }

    static Class<?> application() {
        return java.util.Objects.requireNonNull(application);
    }

    private static int failed(Throwable failure, Words words) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                System.err.println(words.of(refusal));
                return REFUSED;
            }
        }
        Logger log = LoggerFactory.getLogger(Cli.class);
        log.error("defect", failure);
        System.err.println(words.of("cli.defect", failure.toString()));
        return DEFECT;
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
