package jp.kyufu.text;

import java.util.Set;

/**
 * The part of an address that everybody in one city shares and may leave out: postal code,
 * prefecture, city, ward, or county with its town. Taken off only where it is plainly there; {@link
 * AddressParser}, which may know the city's own towns, corrects it.
 *
 * @param afterCode where the postal code ends
 * @param afterPrefecture where the prefecture ends; {@code afterCode} if none is written
 * @param end where the town starts; {@code afterPrefecture} if no city is written
 */
record CityPrefix(int afterCode, int afterPrefecture, int end) {

    private static final Set<String> PREFECTURES =
            Set.of(
                    ("北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 "
                                    + "新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 "
                                    + "大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 "
                                    + "高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県")
                            .split(" "));

    private static final int LONGEST_CITY = 6;
    private static final int LONGEST_WARD = 4;

    /** What stands before the town of a width-folded address. */
    static CityPrefix of(String address) {
        int afterCode = postalCodeEnd(address);
        int afterPrefecture = prefectureEnd(address, afterCode);
        boolean certain = afterPrefecture > afterCode;
        int afterCity = cityEnd(address, afterPrefecture, certain);
        if (afterCity == afterPrefecture) {
            int afterCounty = countyEnd(address, afterPrefecture);
            if (afterCounty > afterPrefecture) {
                return new CityPrefix(afterCode, afterPrefecture, afterCounty);
            }
        }
        return new CityPrefix(afterCode, afterPrefecture, wardEnd(address, afterCity));
    }

    /** After 〒 any digits; without it three and four of them with a hyphen, before other text. */
    private static int postalCodeEnd(String address) {
        boolean marked = address.startsWith("〒");
        int at = marked ? 1 : 0;
        while (at < address.length() && isCodePart(address.charAt(at))) {
            at++;
        }
        return marked || isPlainCode(address, at) ? at : 0;
    }

    private static boolean isPlainCode(String address, int end) {
        return end < address.length()
                && end >= 8
                && address.charAt(3) == '-'
                && !address.substring(4, end).contains("-")
                && address.substring(0, end).strip().length() == 8;
    }

    private static boolean isCodePart(char c) {
        return c == ' ' || CharKind.isDigit(c) || CharKind.isHyphen(c);
    }

    private static int prefectureEnd(String address, int from) {
        for (int length = 3; length <= 4 && from + length <= address.length(); length++) {
            char last = address.charAt(from + length - 1);
            if ("都道府県".indexOf(last) >= 0
                    && PREFECTURES.contains(address.substring(from, from + length))) {
                return skipSpaces(address, from + length);
            }
        }
        return from;
    }

    /** 四日市市 and 八日市場市 end with their last 市; 八日市町 without a prefecture is a town. */
    private static int cityEnd(String address, int from, boolean certain) {
        int last = Math.min(from + LONGEST_CITY, address.length() - 2);
        for (int at = from + 1; at <= last; at++) {
            if (address.charAt(at) != '市') {
                continue;
            }
            char next = address.charAt(at + 1);
            if (next == '市' || next == '場') {
                continue;
            }
            int end = skipSpaces(address, at + 1);
            boolean plain =
                    next != '町' && !new BlockNumbers(new AddressNumbers(address)).standsAt(end);
            return certain || plain ? end : from;
        }
        return from;
    }

    private static int wardEnd(String address, int from) {
        int at = address.indexOf('区', from + 1);
        boolean ward =
                at > 0
                        && at <= from + LONGEST_WARD
                        && at + 1 < address.length()
                        && !CharKind.isDigit(address.charAt(at - 1))
                        && !new BlockNumbers(new AddressNumbers(address))
                                .standsAt(skipSpaces(address, at + 1));
        return ward ? skipSpaces(address, at + 1) : from;
    }

    private static int countyEnd(String address, int from) {
        int county = address.indexOf('郡', from + 1);
        if (county < 0 || county > from + LONGEST_WARD) {
            return from;
        }
        int last = Math.min(county + LONGEST_CITY + 1, address.length() - 2);
        for (int at = county + 2; at <= last; at++) {
            if (isTownOrVillage(address.charAt(at)) && !isTownOrVillage(address.charAt(at + 1))) {
                return skipSpaces(address, at + 1);
            }
        }
        return from;
    }

    private static boolean isTownOrVillage(char c) {
        return c == '町' || c == '村';
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
