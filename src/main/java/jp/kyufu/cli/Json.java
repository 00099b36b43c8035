package jp.kyufu.cli;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Answers for programs where no installation is open: the form of {@link Session#json}. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private Json() {}

    static String of(Object answer) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }
}
