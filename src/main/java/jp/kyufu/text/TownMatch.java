package jp.kyufu.text;

import jp.kyufu.text.Towns.Town;
import org.jspecify.annotations.Nullable;

/**
 * A town of the list found in a width-folded address.
 *
 * @param start where it starts
 * @param end where it ends
 * @param blockStart where the block starts; -1 if no block follows
 */
record TownMatch(Town town, int start, int end, int blockStart) {

    /** What may follow a town that has no block number. */
    private static final String AFTER_TOWN = " ()（）、,無番";

    /** The longest town that stands after the city, or where the city turns out to be none. */
    static @Nullable TownMatch find(Towns towns, AddressNumbers numbers, CityPrefix prefix) {
        String text = numbers.text();
        String written = text.substring(prefix.afterPrefecture(), prefix.end()).strip();
        if (isOwn(towns, written)) {
            TownMatch match = at(towns, numbers, prefix.end());
            if (match != null) {
                return match;
            }
        }
        TownMatch match = at(towns, numbers, prefix.afterPrefecture());
        if (match != null) {
            return match;
        }
        int stem = towns.city().length() - 1;
        return stem > 0
                        && text.startsWith(
                                towns.city().substring(0, stem), prefix.afterPrefecture())
                ? at(towns, numbers, numbers.skipSpaces(prefix.afterPrefecture() + stem))
                : null;
    }

    /** The section between town and block. */
    String section(String text) {
        if (blockStart < 0) {
            return "";
        }
        int from = end;
        while (from < blockStart && CharKind.isHyphen(text.charAt(from))) {
            from++;
        }
        return AddressWords.withoutSectionWords(text.substring(from, blockStart));
    }

    /** Another city may have a town of the same name. */
    private static boolean isOwn(Towns towns, String written) {
        String city = towns.city();
        return city.isEmpty() || written.contains(city) || city.endsWith(written);
    }

    private static @Nullable TownMatch at(Towns towns, AddressNumbers numbers, int start) {
        String text = numbers.text();
        TownText key = TownText.read(text, start, text.length(), towns.longest());
        for (int length = Math.min(key.length(), towns.longest()); length > 0; length--) {
            int end = key.end(length);
            if (end == 0) {
                continue;
            }
            Town town = towns.get(key.prefix(length));
            TownMatch match = town == null ? null : accepted(town, numbers, start, end);
            if (match != null) {
                return match;
            }
            Town shortened = towns.getShort(key.prefix(length));
            if (shortened != null && isBlock(numbers, afterTown(numbers, end))) {
                return new TownMatch(shortened, start, end, afterTown(numbers, end));
            }
        }
        return null;
    }

    /** The match if nothing goes on after it that would make it another town: 本町 of 本町田. */
    private static @Nullable TownMatch accepted(
            Town town, AddressNumbers numbers, int start, int end) {
        String text = numbers.text();
        int next = afterTown(numbers, end);
        if (next == text.length()) {
            return new TownMatch(town, start, end, -1);
        }
        if (isBlock(numbers, next)) {
            return new TownMatch(town, start, end, next);
        }
        int block = new BlockNumbers(numbers).start(next);
        boolean follows = block < text.length();
        if (follows && isSection(town, text.substring(end, block))) {
            return new TownMatch(town, start, end, block);
        }
        boolean ends = next > end || AFTER_TOWN.indexOf(text.charAt(next)) >= 0;
        return ends ? new TownMatch(town, start, end, -1) : null;
    }

    /** Past the spaces and the hyphen that part a town from its numbers. */
    private static int afterTown(AddressNumbers numbers, int end) {
        int next = numbers.skipSpaces(end);
        boolean hyphen =
                next < numbers.text().length() && CharKind.isHyphen(numbers.text().charAt(next));
        return hyphen ? numbers.skipSpaces(next + 1) : next;
    }

    private static boolean isBlock(AddressNumbers numbers, int at) {
        return numbers.isDigitAt(at)
                || new BlockNumbers(numbers).standsAt(at)
                || numbers.isBounded(at);
    }

    private static boolean isSection(Town town, String between) {
        String plain = between.strip();
        return AddressWords.isSectionWord(plain, 0)
                || (plain.length() == 1 && "甲乙丙丁".contains(plain))
                || town.sections().contains(TownText.key(plain));
    }
}
