package jp.kyufu.web;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.Kyufu;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.ProgramJobs;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The city of {@code sample-files}, assessed and with nothing built yet: made once for all tests of
 * the process, each of which gets a copy of its own.
 */
final class SampleCity {

    /** The day on which its first files are built. */
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static final Path DATA = Path.of("target", "pages-data");

    private SampleCity() {}

    /** A copy of the city to work on. */
    static TestDatabase copy() {
        return Made.CITY.copy();
    }

    /** What a Spring application needs to work on {@code database} as on {@code today}. */
    static String[] settings(TestDatabase database, LocalDate today) {
        List<String> settings = new ArrayList<>(List.of(database.springProperties()));
        settings.add("kyufu.data=" + DATA);
        settings.add("kyufu.training=true");
        settings.add("kyufu.today=" + today);
        return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private static final class Made {

        static final TestDatabase CITY = make();

        private static TestDatabase make() {
            TestDatabase database = TestDatabase.create();
            try (ConfigurableApplicationContext application =
                    new SpringApplicationBuilder(Kyufu.class)
                            .web(WebApplicationType.NONE)
                            .run(settings(database, TODAY))) {
                CityFolder folder = CityFolder.open(Path.of("sample-files"));
                ImportJobs imports = application.getBean(ImportJobs.class);
                imports.bankMaster(folder.bankMaster(), "office");
                CityFolder.Extract first = folder.registers().getFirst();
                imports.register(first.file(), first.asOf(), "office");
                ProgramJobs.Opened opened =
                        application.getBean(ProgramJobs.class).open(folder.program(), "office");
                folder.applications()
                        .forEach(file -> imports.applications(file, opened.program(), "office"));
                application.getBean(AssessJob.class).run(opened.program(), "office");
            }
            database.rest();
            return database;
        }
    }
}
