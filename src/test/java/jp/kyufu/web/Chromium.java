package jp.kyufu.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, one for all tests of the process; {@code -Dtest.chromium=FILE}
 * names another. Without one, tests that need it are skipped and say so: nothing is downloaded.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    /** The browser, or the end of the test as skipped. */
    static Browser browser() {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            System.err.println(
                    "BROWSER TESTS SKIPPED: no Chromium on this machine (looked for "
                            + String.join(", ", NAMES)
                            + "). Install one, or name it with -Dtest.chromium=FILE.");
        }
        Assumptions.assumeTrue(found.isPresent(), "no Chromium on this machine");
        return Started.BROWSER;
    }

    private static Optional<Path> find() {
        String named = System.getProperty("test.chromium");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Started {

        static final Browser BROWSER = start();

        private static Browser start() {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(find().orElseThrow())
                                    .setArgs(List.of("--no-sandbox", "--lang=ja")));
        }
    }
}
