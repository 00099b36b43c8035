package jp.kyufu.text;

/**
 * A key under which the ways of writing one address of one city are equal, so that addresses can
 * tell two people of the same name and birth date apart. It reads an address without knowing the
 * city's towns; where they are known, the longest of them gives the end of the town instead of
 * {@link BlockNumbers#start}.
 */
public final class AddressKey {

    private AddressKey() {}

    /**
     * The town, a space, and the numbers joined by "-": {@code 元本郷町 3-24-1-203} for
     * 東京都八王子市元本郷町三丁目２４番１号 コーポ桑都２０３号室. Postal code, prefecture, city and ward, 大字 and 字, and the
     * building's name are dropped, the room is kept; in the town, kana are folded as in {@link
     * Kana#key}, ヶ ケ が are one, の ノ 之 are one, kanji variants are folded and numbers are digits. An
     * address without numbers is its town alone; an empty one is empty.
     */
    public static String of(String address) {
        String folded = Width.fold(address);
        int from = CityPrefix.end(folded);
        BlockNumbers numbers = new BlockNumbers(folded);
        int start = numbers.start(from);
        String town = town(folded.substring(from, start));
        return start == folded.length() ? town : town + " " + numbers.from(start);
    }

    private static String town(String written) {
        String folded = KanjiVariants.fold(Kana.key(written));
        StringBuilder town = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            char c = folded.charAt(i);
            int end = KanjiNumber.endOf(folded, i);
            int number = end > i ? KanjiNumber.read(folded, i, end) : -1;
            if (number >= 0) {
                town.append(number);
                i = end;
            } else if (isSectionWord(folded, i)) {
                i += c == '字' ? 1 : 2;
            } else {
                town.append(c == 'ガ' ? 'ケ' : c == '之' ? 'ノ' : c);
                i++;
            }
        }
        return town.toString();
    }

    /** Whether 大字, 小字 or 字 stands here, which people leave out; 文字 is part of a name. */
    private static boolean isSectionWord(String text, int at) {
        char c = text.charAt(at);
        if (c == '字') {
            return at == 0 || text.charAt(at - 1) != '文';
        }
        return (c == '大' || c == '小') && at + 1 < text.length() && text.charAt(at + 1) == '字';
    }
}
