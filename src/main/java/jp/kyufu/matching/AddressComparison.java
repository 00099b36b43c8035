package jp.kyufu.matching;

import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.text.Slip;

/** How far two addresses agree, as {@link jp.kyufu.text.AddressKey} writes them; symmetric. */
final class AddressComparison {

    private AddressComparison() {}

    /** Of two facts; two cities are the same where one of them leaves out its ward. */
    static AddressLevel of(Facts a, Facts b) {
        boolean elsewhere =
                !a.city().isEmpty()
                        && !b.city().isEmpty()
                        && !a.city().startsWith(b.city())
                        && !b.city().startsWith(a.city());
        return elsewhere && !a.address().isEmpty() && !b.address().isEmpty()
                ? AddressLevel.ELSEWHERE
                : of(a.address(), b.address());
    }

    static AddressLevel of(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return AddressLevel.MISSING;
        }
        int cutA = a.lastIndexOf(' ');
        int cutB = b.lastIndexOf(' ');
        if (a.equals(b)) {
            return cutA < 0 ? AddressLevel.TOWN : AddressLevel.EQUAL;
        }
        String townA = cutA < 0 ? a : a.substring(0, cutA);
        String townB = cutB < 0 ? b : b.substring(0, cutB);
        String numbersA = a.substring(cutA < 0 ? a.length() : cutA + 1);
        String numbersB = b.substring(cutB < 0 ? b.length() : cutB + 1);
        if (townA.equals(townB)) {
            return numbers(numbersA, numbersB);
        }
        // A slip in the town: the house is the same if there is more than one number to say so.
        return numbersA.equals(numbersB)
                        && numbersA.indexOf('-') >= 0
                        && Slip.distanceAtMostOne(townA, townB)
                ? AddressLevel.NEAR
                : AddressLevel.DIFFERENT;
    }

    private static AddressLevel numbers(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return AddressLevel.TOWN;
        }
        if (goesOn(a, b) || goesOn(b, a)) {
            return AddressLevel.HOUSE;
        }
        String[] first = a.split("-");
        String[] second = b.split("-");
        if (first.length != second.length || first.length < 2) {
            return AddressLevel.TOWN;
        }
        int differing = 0;
        for (int i = 0; i < first.length; i++) {
            differing += first[i].equals(second[i]) ? 0 : 1;
        }
        return differing == 1 ? AddressLevel.NEAR : AddressLevel.TOWN;
    }

    /** Whether the numbers of a house, two at least, go on in the other with those of a room. */
    private static boolean goesOn(String house, String room) {
        return house.indexOf('-') >= 0
                && room.length() > house.length()
                && room.startsWith(house)
                && room.charAt(house.length()) == '-';
    }
}
