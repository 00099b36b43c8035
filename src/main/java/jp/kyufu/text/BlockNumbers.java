package jp.kyufu.text;

import java.util.List;

/**
 * The numbers of an address: 丁目, 番地, 号 and the room, in digits or kanji, however they are parted.
 * Spaces still stand in the text, or {@code 2-21-20 203号室} would become 20203.
 */
final class BlockNumbers {

    /** What may follow a number, longer words first. */
    private static final List<String> UNITS =
            List.of("丁目", "番地", "地割", "号室", "号棟", "号館", "番", "号", "室", "棟", "丁");

    /** A number before one of these belongs to the town: 北1条, 3軒町, 3の丸. */
    private static final String TOWN_GOES_ON = "条線区町村軒通のノ之";

    private final String text;

    BlockNumbers(String folded) {
        this.text = folded;
    }

    /** Where the first block number from {@code from} on starts; the length of the text if none. */
    int start(int from) {
        int at = from;
        while (at < text.length() && !standsAt(at)) {
            at = Math.max(at + 1, runEnd(at));
        }
        return at;
    }

    /** Whether a block number starts here, as against a number that is part of a town's name. */
    boolean standsAt(int at) {
        int end = numberEnd(at);
        if (end == at) {
            return false;
        }
        if (unitEnd(end) > end || joinsNumber(end)) {
            return true;
        }
        // 一番町, 九番丁, 八丁堀: the unit was none.
        return isDigitAt(at)
                && (end == text.length() || (TOWN_GOES_ON + "番丁").indexOf(text.charAt(end)) < 0);
    }

    /**
     * The numbers from {@code start} on, joined by "-": first the chain of the block, then a room.
     */
    String from(int start) {
        StringBuilder numbers = new StringBuilder();
        int at = start;
        int next = start;
        while (next >= 0) {
            int end = numberEnd(next);
            append(numbers, next, end);
            at = unitEnd(end);
            next = nextInChain(at, at > end);
        }
        appendRoom(numbers, at);
        return numbers.toString();
    }

    /** Where the number after the one that ended at {@code at} starts; -1 if the chain ends. */
    private int nextInChain(int at, boolean afterUnit) {
        int next = skipSpaces(at);
        if (next < text.length() && isJoint(text.charAt(next))) {
            int joined = skipSpaces(next + 1);
            return isDigitAt(joined) || isBounded(joined) ? joined : -1;
        }
        // A building's name may start with a digit: 21世紀ビル is no number of the block.
        boolean parted = afterUnit || (next > at && isDigitAt(next));
        return parted && isBounded(next) ? next : -1;
    }

    /** The last number of what follows the block, unless it is part of a name or a floor. */
    private void appendRoom(StringBuilder numbers, int from) {
        int blockLength = numbers.length();
        int at = from;
        while (at < text.length()) {
            int end = numberEnd(at);
            if (end > at && (isDigitAt(at) ? isBounded(at) : unitEnd(end) > end)) {
                numbers.setLength(blockLength);
                append(numbers, at, end);
                while (joinsNumber(end) && isBounded(end + 1)) {
                    at = end + 1;
                    end = numberEnd(at);
                    append(numbers, at, end);
                }
            }
            at = Math.max(at + 1, runEnd(at));
        }
    }

    private void append(StringBuilder numbers, int from, int to) {
        if (!numbers.isEmpty()) {
            numbers.append('-');
        }
        if (isDigitAt(from)) {
            int first = from;
            while (first < to - 1 && text.charAt(first) == '0') {
                first++;
            }
            numbers.append(text, first, to);
        } else {
            numbers.append(KanjiNumber.read(text, from, to));
        }
    }

    /** Whether a number stands here with its end, a space, a joint or a unit after it. */
    private boolean isBounded(int at) {
        int end = numberEnd(at);
        if (end == at) {
            return false;
        }
        if (end == text.length() || unitEnd(end) > end) {
            return true;
        }
        char after = text.charAt(end);
        return after == ' ' || after == '(' || after == ')' || joinsNumber(end);
    }

    /** Whether a hyphen or の stands here with a number after it. */
    private boolean joinsNumber(int at) {
        return at < text.length() && isJoint(text.charAt(at)) && numberEnd(at + 1) > at + 1;
    }

    private static boolean isJoint(char c) {
        return CharKind.isHyphen(c) || c == 'の' || c == 'ノ' || c == '之';
    }

    /** Where the unit of the number that ended at {@code at} ends; {@code at} if it has none. */
    private int unitEnd(int at) {
        int start = skipSpaces(at);
        for (String unit : UNITS) {
            if (text.startsWith(unit, start)) {
                int end = start + unit.length();
                return isUnit(unit, end) ? end : at;
            }
        }
        return at;
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

    /** Where the number that starts here ends; {@code at} itself if none does. */
    private int numberEnd(int at) {
        int end = runEnd(at);
        return end == at || isDigitAt(at) || KanjiNumber.read(text, at, end) >= 0 ? end : at;
    }

    private int runEnd(int at) {
        if (!isDigitAt(at)) {
            return KanjiNumber.endOf(text, at);
        }
        int end = at;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigitAt(int at) {
        return at < text.length() && CharKind.isDigit(text.charAt(at));
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
