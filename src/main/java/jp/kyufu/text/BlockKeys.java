package jp.kyufu.text;

/**
 * Parts of a name and an address under which two records are worth comparing at all. They find
 * candidates and never decide: whoever they bring together is compared in full.
 */
public final class BlockKeys {

    private BlockKeys() {}

    /**
     * The given name, folded: the second part of a name written in parts. 0 where it is written in
     * one.
     */
    public static long given(String name) {
        String folded = Width.fold(name);
        int from = folded.indexOf(' ') + 1;
        if (from == 0) {
            return 0;
        }
        int to = folded.indexOf(' ', from);
        return Keys.hash64(NameKey.folded(folded.substring(from, to < 0 ? folded.length() : to)));
    }

    /** The same of a name whose parts are folded already: the units up to {@code to}. */
    public static long givenIn(char[] units, int from, int to) {
        int start = first(' ', units, from, to) + 1;
        return start > to ? 0 : Keys.hash64(units, start, first(' ', units, start, to));
    }

    /** The town of an {@link AddressKey}; 0 where there is none. */
    public static long town(String addressKey) {
        return townIn(addressKey.toCharArray(), 0, addressKey.length());
    }

    /** The same of the units up to {@code to}. */
    public static long townIn(char[] units, int from, int to) {
        int numbers = numbers(units, from, to);
        return Keys.hash64(units, from, numbers < 0 ? to : numbers - 1);
    }

    /**
     * A surname at a place: the first part of a name and the town with its first two numbers. 0
     * where the name is written in one or the address has no numbers.
     */
    public static long family(String name, String addressKey) {
        String folded = Width.fold(name);
        int end = folded.indexOf(' ');
        return end < 0 ? 0 : familyOf(NameKey.folded(folded.substring(0, end)), addressKey);
    }

    /** The same of a name whose parts are folded already, and of the key of its place. */
    public static long familyIn(char[] units, int from, int to, long place) {
        int end = first(' ', units, from, to);
        return end == to ? 0 : Keys.both(Keys.hash64(units, from, end), place);
    }

    /** The same for a surname that is folded already. */
    public static long familyOf(String surname, String addressKey) {
        return Keys.both(
                Keys.hash64(surname), placeIn(addressKey.toCharArray(), 0, addressKey.length()));
    }

    /** The key of the town and its first two numbers; 0 where there are no numbers. */
    public static long placeIn(char[] units, int from, int to) {
        int numbers = numbers(units, from, to);
        if (numbers < 0) {
            return 0;
        }
        int first = first('-', units, numbers, to);
        return Keys.hash64(units, from, first == to ? to : first('-', units, first + 1, to));
    }

    /** Where the numbers of an address begin, after its last space; -1 where there are none. */
    private static int numbers(char[] units, int from, int to) {
        int at = to;
        while (at > from) {
            if (units[--at] == ' ') {
                return at + 1;
            }
        }
        return -1;
    }

    /** Where this unit stands first; {@code to} where it does not. */
    private static int first(char unit, char[] units, int from, int to) {
        int at = from;
        while (at < to && units[at] != unit) {
            at++;
        }
        return at;
    }
}
