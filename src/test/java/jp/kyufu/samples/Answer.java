package jp.kyufu.samples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.kyufu.Kyufu;
import jp.kyufu.cli.Cli;

/** What a command answered, run in the process of the tests. */
public record Answer(int exitCode, String out, String err) {

    /** Runs a command and puts back what it changes in the process: streams and language. */
    public static Answer of(String... args) {
        PrintStream standardOut = System.out;
        PrintStream standardErr = System.err;
        Locale locale = Locale.getDefault();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try {
            int exitCode = Cli.run(Kyufu.class, stream(out), stream(err), args);
            return new Answer(
                    exitCode,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standardOut);
            System.setErr(standardErr);
            Locale.setDefault(locale);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
