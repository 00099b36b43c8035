package jp.kyufu.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import jp.kyufu.Kyufu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a process of this very program is started again. */
class ChildTest {

    @TempDir Path directory;

    @Test
    void fromTheJarThatCarriesAllOthersByTheClassThatItsManifestNames() throws IOException {
        String jar = jar("org.example.Launcher", Kyufu.class.getName());
        assertThat(Child.program(Kyufu.class, jar))
                .containsExactly("-cp", jar, "org.example.Launcher");
    }

    @Test
    void fromAnOrdinaryJarOrAClassPathByTheMainClass() throws IOException {
        String main = Kyufu.class.getName();
        String jar = jar(main, null);
        String path = "classes" + File.pathSeparator + jar;
        assertThat(Child.program(Kyufu.class, jar)).containsExactly("-cp", jar, main);
        assertThat(Child.program(Kyufu.class, path)).containsExactly("-cp", path, main);
        assertThat(Child.program(Kyufu.class, directory.toString()))
                .containsExactly("-cp", directory.toString(), main);
    }

    private String jar(String main, String start) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        if (start != null) {
            manifest.getMainAttributes().putValue("Start-Class", start);
        }
        Path jar = directory.resolve("kyufu.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar.toString();
    }
}
