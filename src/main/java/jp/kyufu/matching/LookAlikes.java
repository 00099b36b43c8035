package jp.kyufu.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Characters that are taken for each other ({@code look-alikes.txt}). */
final class LookAlikes {

    private static final Set<Integer> PAIRS = read();

    private LookAlikes() {}

    /** Whether two texts differ, and only in characters that look alike; symmetric. */
    static boolean only(String a, String b) {
        if (a.length() != b.length() || a.equals(b)) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y && !PAIRS.contains(pair(x, y))) {
                return false;
            }
        }
        return true;
    }

    private static int pair(char x, char y) {
        return x << Character.SIZE | y;
    }

    private static Set<Integer> read() {
        String name = "look-alikes.txt";
        try (InputStream in = LookAlikes.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            Set<Integer> pairs = new HashSet<>();
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> addPairs(line.strip(), pairs));
            return Set.copyOf(pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPairs(String group, Set<Integer> pairs) {
        for (char x : group.toCharArray()) {
            for (char y : group.toCharArray()) {
                if (x != y) {
                    pairs.add(pair(x, y));
                }
            }
        }
    }
}
