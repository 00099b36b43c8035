package jp.kyufu.acceptance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.samples.Answer;

/** Commands as they are typed, on a database of a test. */
final class Typed {

    private Typed() {}

    /** What a command answers; in English and on this day, unless its words say otherwise. */
    static Answer command(TestDatabase database, Path data, LocalDate today, String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--data", data.toString()));
        if (!args.contains("--lang")) {
            args.addAll(List.of("--lang", "en"));
        }
        if (!args.contains("--today")) {
            args.addAll(List.of("--today", today.toString()));
        }
        for (String property : database.springProperties()) {
            int equals = property.indexOf('=');
            System.setProperty(property.substring(0, equals), property.substring(equals + 1));
        }
        try {
            return Answer.of(args.toArray(String[]::new));
        } finally {
            for (String property : database.springProperties()) {
                System.clearProperty(property.substring(0, property.indexOf('=')));
            }
        }
    }
}
