package jp.kyufu.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the block of an address: the room, and the rest as written. The room is the last
 * number that is neither a floor nor part of a name, with the letter or number of its building.
 *
 * @param block numbers joined to the block that prove to be the block's, for the room came later
 * @param room numbers and letters joined by "-": {@code 203}, {@code A-203}, {@code 4-505}; empty
 * @param rest what is left, parted by single spaces
 */
record RoomText(List<String> block, String room, String rest) {

    private static final RoomText NONE = new RoomText(List.of(), "", "");

    /** Reads a width-folded address from the end of its block on. */
    static RoomText read(AddressNumbers numbers, int from) {
        int start = numbers.skipSpaces(from);
        return start == numbers.text().length() ? NONE : new Reader(numbers, from, start).read();
    }

    /** A room and where it stands. */
    private record Found(List<String> parts, int from, int to) {}

    private static final class Reader {

        private final AddressNumbers numbers;
        private final String text;
        private final int start;

        /** Where a number joined to the block starts; -1 if none is. */
        private final int joined;

        Reader(AddressNumbers numbers, int from, int start) {
            this.numbers = numbers;
            this.text = numbers.text();
            this.start = start;
            boolean joins = start == from && numbers.joinsNumber(start);
            this.joined = joins ? start + 1 : -1;
        }

        RoomText read() {
            Found first = joined < 0 || !isRoom(joined) ? null : chain(joined);
            Found last = last(first == null ? start : first.to());
            if (last == null) {
                return first == null ? roomless() : of(List.of(), first);
            }
            return of(first == null ? List.of() : first.parts(), last);
        }

        private RoomText roomless() {
            return new RoomText(List.of(), "", stripped(text.substring(start)));
        }

        private RoomText of(List<String> block, Found room) {
            int begin = block.isEmpty() ? Math.max(start, joined) : chain(joined).to();
            String before = stripped(text.substring(Math.min(begin, room.from()), room.from()));
            String after = stripped(text.substring(room.to()));
            if (before.endsWith("(") && after.startsWith(")")) {
                before = stripped(before.substring(0, before.length() - 1));
                after = stripped(after.substring(1));
            }
            String parting = before.isEmpty() || after.isEmpty() ? "" : " ";
            return new RoomText(block, String.join("-", room.parts()), before + parting + after);
        }

        /** Without the marks that parted it from the numbers. */
        private static String stripped(String name) {
            int from = 0;
            int to = name.length();
            while (from < to && isMark(name.charAt(from))) {
                from++;
            }
            while (to > from && isMark(name.charAt(to - 1)) && name.charAt(to - 1) != 'ー') {
                to--;
            }
            return name.substring(from, to);
        }

        private static boolean isMark(char c) {
            return " ,、/#".indexOf(c) >= 0 || CharKind.isHyphen(c);
        }

        private @Nullable Found last(int from) {
            Found found = null;
            for (int at = from; at < text.length(); ) {
                if (isRoom(at)) {
                    found = chain(at);
                    at = found.to();
                } else {
                    at = Math.max(at + 1, numbers.runEnd(at));
                }
            }
            return found;
        }

        private boolean isRoom(int at) {
            int end = numbers.numberEnd(at);
            if (end == at || numbers.isFloor(at, end)) {
                return false;
            }
            boolean counts = numbers.unitEnd(end) > end;
            if (at > 0 && text.charAt(at - 1) == '第' && !counts) {
                return false;
            }
            return counts
                    || at == joined
                    || (numbers.isDigitAt(at) && (numbers.isBounded(at) || hasLetter(end)));
        }

        /** Whether the number that ended here ends in a letter: 203A. */
        private boolean hasLetter(int end) {
            if (!numbers.isLetterAt(end)) {
                return false;
            }
            int after = end + 1;
            return after == text.length()
                    || " ()".indexOf(text.charAt(after)) >= 0
                    || numbers.countsRooms(after);
        }

        /** The number here with what is joined to it: 4-505, 4号棟505, A棟203, 203A. */
        private Found chain(int at) {
            List<String> parts = new ArrayList<>(2);
            int from = letterBefore(at);
            if (from < at) {
                parts.add(text.substring(from, from + 1).toUpperCase(java.util.Locale.ROOT));
            }
            int next = at;
            int end = at;
            while (next >= 0) {
                int numberEnd = numbers.numberEnd(next);
                String number = numbers.number(next, numberEnd);
                if (hasLetter(numberEnd)) {
                    number += Latin.upper(text.charAt(numberEnd));
                    numberEnd++;
                }
                parts.add(number);
                end = numbers.unitEnd(numberEnd);
                next = next(numberEnd, end);
            }
            return new Found(parts, from, end);
        }

        /**
         * Where the letter of the building starts: A-203, A203, A棟203; {@code at} if there is none.
         */
        private int letterBefore(int at) {
            int before = at;
            while (before > start && text.charAt(before - 1) == ' ') {
                before--;
            }
            if (before > start && CharKind.isHyphen(text.charAt(before - 1))) {
                before--;
            }
            boolean wing = before > start && text.charAt(before - 1) == '棟';
            if (!wing && before < at && text.charAt(before) == ' ') {
                return at;
            }
            int letter = wing ? before - 2 : before - 1;
            if (wing && letter > start && text.charAt(letter) == '号') {
                letter--;
            }
            boolean alone =
                    numbers.isLetterAt(letter)
                            && !numbers.isLetterAt(letter - 1)
                            && !(letter > 0 && CharKind.isDigit(text.charAt(letter - 1)));
            return letter >= start && alone ? letter : at;
        }

        /** Where the next number of the chain starts; -1 if it ends. */
        private int next(int numberEnd, int end) {
            if (numbers.joinsNumber(end) && numbers.isBounded(end + 1)) {
                return end + 1;
            }
            boolean wing = numbers.countsRooms(numberEnd) && text.charAt(end - 1) != '室';
            int after = numbers.skipSpaces(end);
            return wing && numbers.isBounded(after) && !isFloorAt(after) ? after : -1;
        }

        private boolean isFloorAt(int at) {
            return numbers.isFloor(at, numbers.numberEnd(at));
        }
    }
}
