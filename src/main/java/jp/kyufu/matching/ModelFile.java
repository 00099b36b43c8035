package jp.kyufu.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.kyufu.database.WholeFile;
import jp.kyufu.matching.Model.Level;
import jp.kyufu.matching.Model.Seen;
import jp.kyufu.matching.Model.Thresholds;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as a JSON file: the members of {@link Model} in snake case, {@code levels} by fact and
 * level name. Whatever is unknown, missing or no share is refused.
 */
final class ModelFile {

    private static final String BUILT_IN = "model.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /** The file, member by member. */
    private record Content(
            String version,
            String trainedOn,
            Thresholds thresholds,
            Map<String, Map<String, Level>> levels,
            Map<String, Long> patterns) {}

    private ModelFile() {}

    static Model builtIn() {
        try (InputStream in = ModelFile.class.getResourceAsStream(BUILT_IN)) {
            byte[] bytes = Objects.requireNonNull(in, BUILT_IN).readAllBytes();
            return parse(BUILT_IN, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(Path path) {
        String file = String.valueOf(path.getFileName());
        try {
            return parse(file, Files.readString(path));
        } catch (IOException e) {
            throw new FileRefusal("matching.modelUnreadable", file, 0, "", path.toString(), "");
        }
    }

    static void write(Model model, Path path) {
        Map<String, Map<String, Level>> levels = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            Map<String, Level> ofFact = new LinkedHashMap<>();
            for (int i = 0; i < compared(fact); i++) {
                ofFact.put(fact.levels().get(i).name(), model.level(fact, i));
            }
            levels.put(fact.name(), ofFact);
        }
        Map<String, Long> patterns = new LinkedHashMap<>();
        model.patterns().forEach(seen -> patterns.put(seen.pattern().text(), seen.count()));
        var content =
                new Content(
                        model.version(), model.trainedOn(), model.thresholds(), levels, patterns);
        try {
            String text = JSON.writeValueAsString(content) + "\n";
            WholeFile.write(path, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Refusal("matching.modelNotWritten", path);
        }
    }

    static Model parse(String file, String text) {
        Content content;
        try {
            content = JSON.readValue(text, Content.class);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw refusal(file, at == null ? 1 : at.getLineNr(), e.getOriginalMessage());
        }
        Thresholds bits = content.thresholds();
        if (!(bits.review() < bits.accept() && bits.gap() > 0 && bits.gapInHousehold() > 0)) {
            throw refusal(file, 1, "thresholds " + bits);
        }
        List<List<Level>> levels = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            levels.add(levels(file, fact, content.levels().get(fact.name())));
        }
        if (content.levels().size() != Fact.values().length) {
            throw refusal(file, 1, "levels " + content.levels().keySet());
        }
        List<Seen> patterns = new ArrayList<>();
        content.patterns()
                .forEach((pattern, count) -> patterns.add(new Seen(Pattern.parse(pattern), count)));
        return new Model(content.version(), content.trainedOn(), bits, levels, patterns);
    }

    private static List<Level> levels(String file, Fact fact, @Nullable Map<String, Level> named) {
        Set<String> found = named == null ? Set.of() : named.keySet();
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < compared(fact); i++) {
            Level level = named == null ? null : named.get(fact.levels().get(i).name());
            if (level == null || !isShare(level.m()) || !isShare(level.u())) {
                throw refusal(file, 1, fact + "." + fact.levels().get(i) + " " + level);
            }
            levels.add(level);
        }
        if (found.size() != compared(fact)) {
            throw refusal(file, 1, fact + " " + found);
        }
        return List.copyOf(levels);
    }

    /** The last level of a fact is that it is missing, which says nothing. */
    private static int compared(Fact fact) {
        return fact.levels().size() - 1;
    }

    private static boolean isShare(double share) {
        return share > 0 && share <= 1;
    }

    private static FileRefusal refusal(String file, long line, String found) {
        return new FileRefusal(
                "matching.modelFile", file, line, "", found.lines().findFirst().orElse(""), "JSON");
    }
}
