package jp.kyufu.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.kyufu.value.Check;

/** Statements of the {@code .sql} files that stand beside a class in the resources. */
public final class Sql {

    private record Place(Class<?> owner, String name) {}

    private static final Map<Place, String> LOADED = new ConcurrentHashMap<>();

    private Sql() {}

    /**
     * The text of {@code <name>.sql} in the package of {@code owner}, with its comments, read once.
     * Named parameters ({@code :name}) are for Spring's {@code JdbcClient} and {@link CopyReader}.
     */
    public static String of(Class<?> owner, String name) {
        return LOADED.computeIfAbsent(new Place(owner, name), Sql::load);
    }

    private static String load(Place place) {
        String file = place.name() + ".sql";
        try (InputStream in = place.owner().getResourceAsStream(file)) {
            Check.that(in != null, "no %s beside %s", file, place.owner().getName());
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
