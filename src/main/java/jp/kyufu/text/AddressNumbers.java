package jp.kyufu.text;

import java.util.List;

/**
 * The numbers that stand in a width-folded address, in digits or kanji, with what may follow them.
 * Spaces still stand in the text, or {@code 2-21-20 203号室} would become 20203.
 */
final class AddressNumbers {

    /** What may follow a number, longer words first. */
    private static final List<String> UNITS =
            List.of("丁目", "番地", "地割", "号室", "号棟", "号館", "番", "号", "室", "棟", "丁");

    /** What the units begin with: most characters begin none. */
    private static final String FIRST_OF_UNITS = "丁番地号室棟";

    /** Units of a building and its rooms: a number before one of them is none of the block. */
    private static final List<String> BUILDING_UNITS = List.of("号室", "号棟", "号館", "室", "棟");

    /** Begins what parts one house from another no more: it may only follow a whole number. */
    private static final String AFTER_NUMBER = " ()[]「」、。,/・:;";

    private final String text;

    AddressNumbers(String folded) {
        this.text = folded;
    }

    String text() {
        return text;
    }

    /** Where the number that starts here ends; {@code at} itself if none does. */
    int numberEnd(int at) {
        int end = runEnd(at);
        return end == at || isDigitAt(at) || KanjiNumber.read(text, at, end) >= 0 ? end : at;
    }

    /** Where the run of digits or of kanji numerals that starts here ends, number or not. */
    int runEnd(int at) {
        if (!isDigitAt(at)) {
            return KanjiNumber.endOf(text, at);
        }
        int end = at;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    /** The number in digits, without leading zeros. */
    String number(int from, int to) {
        if (!isDigitAt(from)) {
            return String.valueOf(KanjiNumber.read(text, from, to));
        }
        int first = from;
        while (first < to - 1 && text.charAt(first) == '0') {
            first++;
        }
        return text.substring(first, to);
    }

    /** Where the unit of the number that ended at {@code at} ends; {@code at} if it has none. */
    int unitEnd(int at) {
        String unit = unit(at);
        return unit.isEmpty() ? at : skipSpaces(at) + unit.length();
    }

    /** The unit of the number that ended at {@code at}; empty if it has none. */
    String unit(int at) {
        int start = skipSpaces(at);
        if (start == text.length() || FIRST_OF_UNITS.indexOf(text.charAt(start)) < 0) {
            return "";
        }
        for (String unit : UNITS) {
            if (text.startsWith(unit, start)) {
                return isUnit(unit, start + unit.length()) ? unit : "";
            }
        }
        return "";
    }

    /** Whether the number that ended at {@code at} counts buildings or rooms. */
    boolean countsRooms(int at) {
        return BUILDING_UNITS.contains(unit(at));
    }

    private boolean isUnit(String unit, int end) {
        char after = end < text.length() ? text.charAt(end) : ' ';
        return switch (unit) {
            case "番" -> "町丁街館".indexOf(after) < 0;
            case "号" -> after != '線';
            case "丁" -> CharKind.isHyphen(after) || numberEnd(skipSpaces(end)) > skipSpaces(end);
            default -> true;
        };
    }

    /** Whether a number stands here with its end, a mark, a joint or a unit after it. */
    boolean isBounded(int at) {
        int end = numberEnd(at);
        if (end == at) {
            return false;
        }
        return end == text.length()
                || unitEnd(end) > end
                || AFTER_NUMBER.indexOf(text.charAt(end)) >= 0
                || joinsNumber(end);
    }

    /** Whether a hyphen or の stands here with a number after it. */
    boolean joinsNumber(int at) {
        return isJointAt(at) && numberEnd(at + 1) > at + 1;
    }

    boolean isJointAt(int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return CharKind.isHyphen(c) || c == 'の' || c == 'ノ' || c == '之';
    }

    boolean isDigitAt(int at) {
        return at < text.length() && CharKind.isDigit(text.charAt(at));
    }

    /** Whether the number from {@code from} to {@code to} is a floor: 3F, 3階, B1. */
    boolean isFloor(int from, int to) {
        char after = to < text.length() ? text.charAt(to) : ' ';
        boolean named = after == '階' || ((after == 'F' || after == 'f') && to - from <= 2);
        char before = from > 0 ? text.charAt(from - 1) : ' ';
        boolean basement =
                (before == 'B' || before == 'b') && to - from == 1 && !isLetterAt(from - 2);
        return named || basement;
    }

    boolean isLetterAt(int at) {
        return at >= 0
                && at < text.length()
                && ((text.charAt(at) >= 'A' && text.charAt(at) <= 'Z')
                        || (text.charAt(at) >= 'a' && text.charAt(at) <= 'z'));
    }

    int skipSpaces(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
