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
        return from == 0
                ? 0
                : Keys.hash64(NameKey.folded(folded.substring(from, end(folded, from))));
    }

    /** The same of a name whose parts are folded already. */
    public static long givenOf(String folded) {
        int from = folded.indexOf(' ') + 1;
        return from == 0 ? 0 : Keys.hash64(folded, from, end(folded, from));
    }

    /** Where the part of a name that starts here ends. */
    private static int end(String parts, int from) {
        int to = parts.indexOf(' ', from);
        return to < 0 ? parts.length() : to;
    }

    /** The town of an {@link AddressKey}; 0 where there is none. */
    public static long town(String addressKey) {
        int end = addressKey.lastIndexOf(' ');
        return Keys.hash64(addressKey, 0, end < 0 ? addressKey.length() : end);
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

    /** The same of a name whose parts are folded already. */
    public static long familyIn(String folded, String addressKey) {
        int end = folded.indexOf(' ');
        return end < 0 ? 0 : Keys.both(Keys.hash64(folded, 0, end), place(addressKey));
    }

    /** The same for a surname that is folded already. */
    public static long familyOf(String surname, String addressKey) {
        return Keys.both(Keys.hash64(surname), place(addressKey));
    }

    /** The key of the town and its first two numbers; 0 where there are no numbers. */
    private static long place(String addressKey) {
        int numbers = addressKey.lastIndexOf(' ') + 1;
        if (numbers == 0) {
            return 0;
        }
        int first = addressKey.indexOf('-', numbers);
        int second = first < 0 ? -1 : addressKey.indexOf('-', first + 1);
        return Keys.hash64(addressKey, 0, second < 0 ? addressKey.length() : second);
    }
}
