package jp.kyufu.samples;

import java.nio.file.Path;

/** The demo of {@code sample-files}, run once for all tests that look at what it leaves. */
final class SampleCity {

    static final Path FOLDER = Path.of("sample-files");

    /** What the demo wrote. */
    static final Path OUT = Path.of("target", "samples", "out");

    /** The installation that the demo practised on. */
    static final Path DATA = Path.of("target", "samples", "data");

    private static final class Once {
        static final Answer ANSWER =
                Answer.of(
                        "demo",
                        FOLDER.toString(),
                        "--out",
                        OUT.toString(),
                        "--data",
                        DATA.toString(),
                        "--lang",
                        "ja");
    }

    private SampleCity() {}

    /** Runs the demo, if no test did before, and gives its answer. */
    static Answer demo() {
        return Once.ANSWER;
    }
}
