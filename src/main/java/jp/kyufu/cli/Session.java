package jp.kyufu.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.database.EmbeddedPostgres;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** One command at work on one installation: the stages behind it and the way to answer. */
final class Session implements AutoCloseable {

    /** Who acts where a command names nobody: the operator of the machine. */
    static final String OPERATOR = "operator";

    private static final Map<String, Object> NO_PAGES = Map.of();

    private final ConfigurableApplicationContext context;
    private final CommonOptions options;
    private final Words words = new Words(Locale.getDefault());
    private final PrintStream out = System.out;

    /** Sentences that wait for {@link #close}; null: each is printed when it is said. */
    private @Nullable List<String> said;

    private Session(ConfigurableApplicationContext context, CommonOptions options) {
        this.context = context;
        this.options = options;
    }

    /** Starts the application on the installation that the options name. */
    static Session open(CommonOptions options) {
        return open(options, options.data, options.training, options.today, false, NO_PAGES);
    }

    /** The same with the pages open, as these settings say. */
    static Session serve(CommonOptions options, Map<String, Object> pages) {
        return open(options, options.data, options.training, options.today, false, pages);
    }

    /** The pages over what {@link #practice} left, on a later day. */
    static Session servePractice(
            CommonOptions options, Path data, LocalDate today, Map<String, Object> pages) {
        return open(options, data, true, today, true, pages);
    }

    /**
     * Starts it on an empty training installation of its own, always on the embedded server. What
     * an earlier practice left there is gone.
     */
    static Session practice(CommonOptions options, Path data, @Nullable LocalDate today) {
        return EmbeddedPostgres.anew(
                data.resolve("database"), () -> open(options, data, true, today, true, NO_PAGES));
    }

    /** Starts it on a training installation as an earlier process has left it. */
    static Session goOn(CommonOptions options) {
        return open(options, options.data, true, options.today, true, NO_PAGES);
    }

    /** Starts it again on what {@link #practice} left, on a later day. */
    static Session practiceLater(CommonOptions options, Path data, @Nullable LocalDate today) {
        return open(options, data, true, today, true, NO_PAGES);
    }

    private static Session open(
            CommonOptions options,
            Path data,
            boolean training,
            @Nullable LocalDate today,
            boolean embedded,
            Map<String, Object> pages) {
        Map<String, Object> settings = new HashMap<>(pages);
        settings.put("kyufu.data", data.toString());
        if (training) {
            settings.put("kyufu.training", "true");
        }
        if (today != null) {
            settings.put("kyufu.today", today.toString());
        }
        if (options.time != null) {
            if (today == null) {
                throw new Refusal("cli.timeWithoutDay");
            }
            settings.put("kyufu.time", options.time.toString());
        }
        SpringApplication application =
                new SpringApplicationBuilder(Cli.application())
                        .web(pages.isEmpty() ? WebApplicationType.NONE : WebApplicationType.SERVLET)
                        .logStartupInfo(false)
                        .build();
        String[] args =
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        if (embedded) {
            args = java.util.Arrays.copyOf(args, args.length + 1);
            args[args.length - 1] = "--spring.datasource.url=";
        }
        return new Session(application.run(args), options);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The program the options name, or the only one. */
    Program program() {
        return get(Programs.class).theOne(Optional.ofNullable(options.program));
    }

    /** Where the pages are open. */
    String port() {
        return String.valueOf(context.getEnvironment().getProperty("local.server.port"));
    }

    /** Refuses files of another program than the one that the options name. */
    void mustBeOfProgram(List<Integer> files) {
        named().ifPresent(program -> get(DispatchFiles.class).mustBeOf(program, files));
    }

    /** The program that the options name; empty: none, and numbers alone say what is meant. */
    Optional<Program> named() {
        return options.program == null ? Optional.empty() : Optional.of(program());
    }

    LocalDate today() {
        return LocalDate.now(get(Clock.class));
    }

    boolean json() {
        return options.json;
    }

    Words words() {
        return words;
    }

    /** From now on sentences for a program are one answer: {@code {"said": [...]}}. */
    void answerAsOne() {
        if (options.json) {
            said = new ArrayList<>();
        }
    }

    /** One sentence of the answer. */
    void say(String key, Object... args) {
        line(words.of("cli." + key, args));
    }

    /** One line of the answer that needs no words. */
    void line(String text) {
        if (said == null) {
            out.println(text);
        } else {
            said.add(text);
        }
    }

    /** The answer for a program. */
    void json(Object answer) {
        out.println(
                get(JsonMapper.class).writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }

    @Override
    public void close() {
        if (said != null && !said.isEmpty()) {
            json(Map.of("said", said));
        }
        context.close();
    }
}
