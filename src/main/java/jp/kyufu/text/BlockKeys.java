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
        String second = second(Width.fold(name));
        return second.isEmpty() ? 0 : Keys.hash64(NameKey.folded(second));
    }

    /** The same of a name whose parts are folded already. */
    public static long givenOf(String folded) {
        return Keys.hash64(second(folded));
    }

    private static String second(String parts) {
        int from = parts.indexOf(' ') + 1;
        if (from == 0) {
            return "";
        }
        int to = parts.indexOf(' ', from);
        return parts.substring(from, to < 0 ? parts.length() : to);
    }

    /** The town of an {@link AddressKey}; 0 where there is none. */
    public static long town(String addressKey) {
        return Keys.hash64(townOf(addressKey));
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
        return end < 0 ? 0 : familyOf(folded.substring(0, end), addressKey);
    }

    /** The same for a surname that is folded already. */
    public static long familyOf(String surname, String addressKey) {
        String place = place(addressKey);
        return surname.isEmpty() || place.isEmpty() ? 0 : Keys.hash64(surname + " " + place);
    }

    private static String townOf(String addressKey) {
        int end = addressKey.lastIndexOf(' ');
        return end < 0 ? addressKey : addressKey.substring(0, end);
    }

    /** The town and its first two numbers; empty where there are no numbers. */
    private static String place(String addressKey) {
        int numbers = addressKey.lastIndexOf(' ') + 1;
        if (numbers == 0) {
            return "";
        }
        int first = addressKey.indexOf('-', numbers);
        int second = first < 0 ? -1 : addressKey.indexOf('-', first + 1);
        return second < 0 ? addressKey : addressKey.substring(0, second);
    }
}
