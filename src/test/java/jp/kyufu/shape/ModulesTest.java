package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyufu.Kyufu;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Stages and what they may use: design §2. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Kyufu.class);

    @Test
    void aStageUsesOnlyTheStagesThatItsPackageInfoNames() {
        MODULES.verify();
    }

    @Test
    void everyModuleIsNullMarkedAndSaysInAParagraphWhatItIsFor() throws ClassNotFoundException {
        for (String module : modules()) {
            Class<?> info = Class.forName("jp.kyufu." + module + ".package-info");
            assertThat(info).as(module).hasAnnotations(NullMarked.class, ApplicationModule.class);
            String text = Sources.text(Sources.JAVA.resolve(module).resolve("package-info.java"));
            assertThat(text).as(module).startsWith("/**");
            assertThat(text.indexOf("*/")).as(module + ": purpose").isGreaterThan(60);
        }
    }

    /** Only the ways in stand above all others and need no list. */
    @Test
    void everyStageListsWhatItMayUse() throws ClassNotFoundException {
        for (String module : modules()) {
            ApplicationModule annotation =
                    Class.forName("jp.kyufu." + module + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            if (!List.of("cli", "pipeline", "web", "bench").contains(module)) {
                assertThat(annotation.allowedDependencies())
                        .as(module)
                        .doesNotContain(ApplicationModule.OPEN_TOKEN);
            }
        }
    }

    /** Packages right below the root that hold classes; a package below them belongs to them. */
    private static List<String> modules() {
        return Sources.MAIN.keySet().stream()
                .filter(file -> file.getNameCount() > Sources.JAVA.getNameCount() + 1)
                .map(Sources::module)
                .distinct()
                .toList();
    }
}
