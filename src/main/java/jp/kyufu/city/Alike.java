package jp.kyufu.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Names that differ from another in one character or sound the same, in pairs. */
final class Alike {

    static final Alike SURNAMES = new Alike(Names.words("alike-surnames.txt"));
    private static final Alike MEN = given("male");
    private static final Alike WOMEN = given("female");

    private final List<Names.Word> words;

    private Alike(List<Names.Word> words) {
        this.words = List.copyOf(words);
    }

    static Alike given(boolean female) {
        return female ? WOMEN : MEN;
    }

    Names.Word draw(RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }

    /** The other of the pair; the word must be one that was drawn. */
    Names.Word other(String text) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).text().equals(text)) {
                return words.get(i ^ 1);
            }
        }
        throw new IllegalStateException("no pair of " + text);
    }

    private static Alike given(String section) {
        return new Alike(
                new ArrayList<>(
                        Names.sections("alike-given.txt").getOrDefault(section, List.of())));
    }
}
