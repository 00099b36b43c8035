package jp.kyufu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command; they may stand before or after its name. */
final class CommonOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            descriptionKey = "data",
            defaultValue = ".kyufu",
            scope = ScopeType.INHERIT)
    Path data = Path.of(".kyufu");

    @Option(
            names = "--program",
            paramLabel = "CODE",
            descriptionKey = "program",
            scope = ScopeType.INHERIT)
    @Nullable String program;

    @Option(
            names = "--today",
            paramLabel = "yyyy-MM-dd",
            descriptionKey = "today",
            scope = ScopeType.INHERIT)
    @Nullable LocalDate today;

    @Option(
            names = "--time",
            paramLabel = "HH:mm",
            descriptionKey = "time",
            scope = ScopeType.INHERIT)
    @Nullable LocalTime time;

    @Option(names = "--training", descriptionKey = "training", scope = ScopeType.INHERIT)
    boolean training;

    @Option(names = "--json", descriptionKey = "json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(
            names = "--lang",
            paramLabel = "ja|en",
            descriptionKey = "lang",
            scope = ScopeType.INHERIT)
    @Nullable String lang;
}
