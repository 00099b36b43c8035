package jp.kyufu.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.kyufu.value.Check;

/** The bank master of the sample files, which the program carries along. */
public final class BundledMaster {

    private BundledMaster() {}

    /** Writes it into a folder as {@code bank-branches.csv} and gives its path. */
    public static Path copyTo(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("bank-branches.csv");
        try (InputStream in =
                Check.present(
                        BundledMaster.class.getResourceAsStream(
                                "/sample-files/bank-branches.csv"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
