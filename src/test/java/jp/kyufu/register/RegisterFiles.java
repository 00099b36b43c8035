package jp.kyufu.register;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Register extracts for tests. */
final class RegisterFiles {

    static final String HEADER = String.join(",", RegisterWords.STANDARD.headers(true));

    private RegisterFiles() {}

    /** A person on the register; the head if the relation is 世帯主. */
    static String row(String residentNo, String householdNo, String relation, String... more) {
        String[] cells =
                (residentNo
                                + ","
                                + householdNo
                                + ",髙橋　太郎,タカハシ　タロウ,1988-01-09,男,"
                                + relation
                                + ",192-0001,桑都市本町１丁目２番３号,,日本人,2010-04-01,,,0")
                        .split(",", -1);
        for (int i = 0; i < more.length; i += 2) {
            cells[Arrays.asList(HEADER.split(",")).indexOf(more[i])] = more[i + 1];
        }
        return String.join(",", cells);
    }

    static Path write(Path folder, String name, List<String> rows) throws IOException {
        return write(folder, name, rows, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String name, List<String> rows, Charset charset)
            throws IOException {
        String text = HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }
}
