package jp.kyufu.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import jp.kyufu.value.Check;

/** Surnames and given names by frequency, sex and year of birth, and how they are mistaken. */
final class Names {

    /** A name in the characters of the register and in full-width katakana. */
    record Word(String text, String kana) {}

    private static final int FIRST_YEAR = 1910;
    private static final int LAST_YEAR = 2026;

    /** The steepness of surname frequencies: the first is 25 times as common as number 300. */
    private static final double SURNAME_OFFSET = 12.0;

    private static final List<Word> SURNAMES = words("surnames.txt");
    private static final List<Word> RARE = words("rare-surnames.txt");
    private static final double[] SURNAME_SHARES = shares(SURNAMES.size());
    private static final List<List<Word>> MEN = byYear("given-male.txt");
    private static final List<List<Word>> WOMEN = byYear("given-female.txt");
    private static final Map<String, List<Word>> LATIN = sections("latin-names.txt");
    private static final List<String> COUNTRIES =
            LATIN.keySet().stream().map(key -> key.substring(0, 2)).distinct().toList();

    private static final List<Word> VARIANTS = words("variants.txt");
    private static final List<Word> CONFUSABLES = words("confusables.txt");

    private Names() {}

    static Word surname(RandomGenerator random) {
        double share = random.nextDouble() * SURNAME_SHARES[SURNAME_SHARES.length - 1];
        int index = Arrays.binarySearch(SURNAME_SHARES, share);
        return SURNAMES.get(Math.min(index < 0 ? -index - 1 : index, SURNAMES.size() - 1));
    }

    /** A surname that nobody in the register bears. */
    static Word rareSurname(RandomGenerator random) {
        return RARE.get(random.nextInt(RARE.size()));
    }

    /** A surname that some registers carry in another kanji form, in that form. */
    static Word variantSurname(RandomGenerator random) {
        while (true) {
            Word common = surname(random);
            String variant = inVariant(common.text(), random);
            if (!variant.equals(common.text())) {
                return new Word(variant, common.kana());
            }
        }
    }

    static Word given(boolean female, int year, RandomGenerator random) {
        int index = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR;
        List<Word> names = (female ? WOMEN : MEN).get(index);
        double skewed = Math.pow(random.nextDouble(), 1.5);
        return names.get((int) (skewed * names.size()));
    }

    /** Family and given name of a foreign resident in Latin letters, of one country. */
    static List<Word> latin(boolean female, int country, RandomGenerator random) {
        String code = COUNTRIES.get(country % COUNTRIES.size());
        List<Word> families = LATIN.getOrDefault(code + "-family", List.of());
        List<Word> givens = LATIN.getOrDefault(code + (female ? "-female" : "-male"), List.of());
        return List.of(
                families.get(random.nextInt(families.size())),
                givens.get(random.nextInt(givens.size())));
    }

    /** The text with the first kanji that has a variant form in one of its variant forms. */
    static String inVariant(String text, RandomGenerator random) {
        List<Word> possible = VARIANTS.stream().filter(v -> text.contains(v.kana())).toList();
        if (possible.isEmpty()) {
            return text;
        }
        Word variant = possible.get(random.nextInt(possible.size()));
        return text.replace(variant.kana(), variant.text());
    }

    /** Every kanji that {@link #inCommonForm} replaces. */
    static List<String> variants() {
        return VARIANTS.stream().map(Word::text).toList();
    }

    /** The text with every variant kanji in its common form. */
    static String inCommonForm(String text) {
        String common = text;
        for (Word variant : VARIANTS) {
            common = common.replace(variant.text(), variant.kana());
        }
        return common;
    }

    /** The name with one kanji mistaken for another. */
    static String mistaken(String registered, RandomGenerator random) {
        String name = inCommonForm(registered);
        int start = random.nextInt(CONFUSABLES.size());
        for (int i = 0; i < CONFUSABLES.size(); i++) {
            Word pair = CONFUSABLES.get((start + i) % CONFUSABLES.size());
            int place = name.indexOf(pair.text());
            if (place >= 0) {
                return name.substring(0, place)
                        + pair.kana()
                        + name.substring(place + pair.text().length());
            }
        }
        // No kanji with a known double: the last one is written as another.
        String last = CONFUSABLES.get(start).kana();
        return name.substring(0, name.length() - 1) + (name.endsWith(last) ? "" : last);
    }

    private static double[] shares(int size) {
        double[] shares = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1 / (i + SURNAME_OFFSET);
            shares[i] = sum;
        }
        return shares;
    }

    static List<Word> words(String resource) {
        List<Word> words = new ArrayList<>();
        Lexicon.lines(resource).forEach(line -> addWords(words, line));
        return List.copyOf(words);
    }

    private static void addWords(List<Word> words, String line) {
        for (String token : line.strip().split(" +")) {
            String[] parts = token.replace('_', ' ').split("/");
            Check.that(parts.length == 2, "word list: %s", token);
            words.add(new Word(parts[0], parts[1]));
        }
    }

    static Map<String, List<Word>> sections(String resource) {
        Map<String, List<Word>> sections = new LinkedHashMap<>();
        List<Word> section = new ArrayList<>();
        for (String line : Lexicon.lines(resource)) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else {
                addWords(section, line);
            }
        }
        return sections;
    }

    /** For every year of birth the names that were given then. */
    private static List<List<Word>> byYear(String resource) {
        Map<Integer, List<Word>> years = new HashMap<>();
        sections(resource)
                .forEach((range, names) -> {
                    int from = Integer.parseInt(range.substring(0, 4));
                    int to = Integer.parseInt(range.substring(5));
                    for (int year = from; year <= to; year++) {
                        years.computeIfAbsent(year, y -> new ArrayList<>()).addAll(names);
                    }
                });
        List<List<Word>> list = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            list.add(List.copyOf(years.getOrDefault(year, List.of())));
        }
        return List.copyOf(list);
    }
}
