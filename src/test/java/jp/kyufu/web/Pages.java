package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.Kyufu;
import jp.kyufu.access.People;
import jp.kyufu.access.SignIns;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * The pages over a copy of the sample city, with people of every role, in a real Chromium.
 *
 * <pre>{@code
 * static final Pages PAGES = Pages.open(SampleCity.TODAY);
 *
 * @AfterAll
 * static void close() { PAGES.close(); }
 *
 * Page page = PAGES.signIn("office");
 * page.navigate(PAGES.url("/files"));
 * }</pre>
 */
final class Pages implements AutoCloseable {

    /** Wide and narrow, as the pages are looked at. */
    private static final Map<String, Integer> WIDTHS = Map.of("wide", 1280, "narrow", 390);

    private static final int HEIGHT = 900;

    private static final int PATIENCE_MILLIS = 60_000;

    /** What the test of now has opened: a window that only stands there takes its time, too. */
    private static final List<BrowserContext> WINDOWS = new ArrayList<>();

    private final TestDatabase database;

    /** None once closed: what a class of tests keeps of its pages to the end is little. */
    private @Nullable ConfigurableApplicationContext application;

    private final Map<String, String> passwords = new HashMap<>();

    private Pages(TestDatabase database, ConfigurableApplicationContext application) {
        this.database = database;
        this.application = application;
    }

    /**
     * Opens them on a day, with one person for each role, whose id is the role's name in small
     * letters, and {@code office2}, {@code finance2}.
     */
    static Pages open(LocalDate today, String... moreSettings) {
        Chromium.browser();
        TestDatabase database = SampleCity.copy();
        List<String> settings = new ArrayList<>(List.of(SampleCity.settings(database, today)));
        settings.add("--server.port=0");
        settings.addAll(List.of(moreSettings));
        Pages pages =
                new Pages(
                        database,
                        new SpringApplicationBuilder(Kyufu.class)
                                .web(WebApplicationType.SERVLET)
                                .run(settings.toArray(String[]::new)));
        Arrays.stream(Role.values())
                .filter(role -> role != Role.PROTECTED)
                .forEach(role -> pages.add(role.name().toLowerCase(java.util.Locale.ROOT), role));
        pages.add("office2", Role.OFFICE);
        pages.add("finance2", Role.FINANCE);
        return pages;
    }

    /** Adds a person who may sign in, with the {@link #password} that is made when it is needed. */
    void add(String id, Role... roles) {
        get(People.class).add(id, List.of(roles), null, "operator");
    }

    <T> T get(Class<T> type) {
        return application().getBean(type);
    }

    /** One of several of its type. */
    <T> T get(String name, Class<T> type) {
        return application().getBean(name, type);
    }

    private ConfigurableApplicationContext application() {
        return Objects.requireNonNull(application, "closed");
    }

    TestDatabase database() {
        return database;
    }

    String url(String path) {
        return "http://localhost:"
                + application().getEnvironment().getProperty("local.server.port")
                + path;
    }

    String password(String person) {
        return passwords.computeIfAbsent(person, id -> get(SignIns.class).toPractise(id));
    }

    /** A page of a browser of its own, 1280 wide, with nobody signed in. */
    Page stranger() {
        return page(true);
    }

    Page page(boolean scripts) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions()
                        .setLocale("ja-JP")
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(WIDTHS.get("wide"), HEIGHT);
        BrowserContext context = Chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        WINDOWS.add(context);
        return context.newPage();
    }

    /** A page on which this person has signed in. */
    Page signIn(String person) {
        return signIn(stranger(), person);
    }

    /** The same in a browser that runs no scripts. */
    Page signInWithoutScripts(String person) {
        return signIn(page(false), person);
    }

    private Page signIn(Page page, String person) {
        page.navigate(url("/sign-in"));
        page.fill("#person", person);
        page.fill("#password", password(person));
        page.click("main button");
        assertThat(page.url()).doesNotContain("/sign-in");
        return page;
    }

    /** Opens a page of figures and waits until they are counted as of now. */
    void counted(Page page, String path) {
        page.navigate(url(path));
        while (page.locator("[data-counting]").count() > 0) {
            page.waitForTimeout(100);
            page.navigate(url(path));
        }
    }

    /** What axe finds on the page against WCAG 2.2 A and AA; nothing is the only good answer. */
    static void isAccessible(Page page) {
        List<Rule> violations =
                new AxeBuilder(page)
                        .setLegacyMode(true) // no frames here: no second page to add them up
                        .withTags(
                                List.of(
                                        "wcag2a",
                                        "wcag2aa",
                                        "wcag21a",
                                        "wcag21aa",
                                        "wcag22aa",
                                        "best-practice"))
                        .analyze()
                        .getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    /** Keeps the page as it looks below {@code target/screenshots}, wide and narrow. */
    static void look(Page page, String name) {
        WIDTHS.forEach((width, pixels) -> {
            page.setViewportSize(pixels, HEIGHT);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
                            .setFullPage(true));
            Object overflow =
                    page.evaluate(
                            "document.documentElement.scrollWidth"
                                    + " - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue())
                    .as(name + ": nothing is wider than " + pixels)
                    .isLessThanOrEqualTo(0);
        });
        page.setViewportSize(WIDTHS.get("wide"), HEIGHT);
    }

    static void closeWindows() {
        WINDOWS.forEach(BrowserContext::close);
        WINDOWS.clear();
    }

    @Override
    public void close() {
        closeWindows();
        application().close();
        // Spring Boot remembers the settings of all it ever started, and they what they came from.
        MutablePropertySources settings = application().getEnvironment().getPropertySources();
        settings.stream().map(PropertySource::getName).toList().forEach(settings::remove);
        application = null;
        database.close();
    }
}
