package jp.kyufu.text;

import java.util.ArrayList;
import java.util.List;

/** The numbers of the block in an address: 丁目, 番地, 番 and 号, however they are parted. */
final class BlockNumbers {

    /**
     * What was read.
     *
     * @param numbers in digits, without leading zeros
     * @param end where the building and the room start
     */
    record Block(List<String> numbers, int end) {

        static Block none(int end) {
            return new Block(List.of(), end);
        }
    }

    /** A number before one of these belongs to the town: 北1条, 3軒町, 3の丸. */
    private static final String TOWN_GOES_ON = "条線区町村軒通のノ之";

    /** A number right before one of these is the name of a building. */
    private static final List<String> BUILDING_GOES_ON = List.of("世紀", "番館", "番街", "丁目館");

    private final String text;
    private final AddressNumbers numbers;

    BlockNumbers(AddressNumbers numbers) {
        this.numbers = numbers;
        this.text = numbers.text();
    }

    /** Where the first block number from {@code from} on starts; the length of the text if none. */
    int start(int from) {
        int at = from;
        while (at < text.length() && !standsAt(at)) {
            at = Math.max(at + 1, numbers.runEnd(at));
        }
        return at;
    }

    /** Whether a block number starts here, as against a number that is part of a town's name. */
    boolean standsAt(int at) {
        int end = numbers.numberEnd(at);
        if (end == at) {
            return false;
        }
        if (numbers.unitEnd(end) > end || numbers.joinsNumber(end)) {
            return true;
        }
        // 一番町, 九番丁, 八丁堀: the unit was none.
        return numbers.isDigitAt(at)
                && (end == text.length() || (TOWN_GOES_ON + "番丁").indexOf(text.charAt(end)) < 0);
    }

    /**
     * The numbers from {@code start} on.
     *
     * @param depth how many numbers a block of the town has; a further one is a room
     */
    Block read(int start, int depth) {
        List<String> read = new ArrayList<>(depth);
        int at = start;
        int next = start;
        boolean joined = false;
        while (next >= 0 && read.size() < depth) {
            int end = numbers.numberEnd(next);
            if (!read.isEmpty() && (numbers.countsRooms(end) || numbers.isFloor(next, end))) {
                break;
            }
            read.add(numbers.number(next, end));
            String unit = numbers.unit(end);
            at = numbers.unitEnd(end);
            if (unit.equals("号")) {
                break;
            }
            joined |= numbers.isJointAt(end);
            next = next(at, !unit.isEmpty(), joined && read.size() > 1);
        }
        return new Block(read, at);
    }

    /**
     * Where the number after the one that ended at {@code at} starts; -1 if the block ends.
     *
     * @param whole whether what was read may be all, so that a space ends it
     */
    private int next(int at, boolean afterUnit, boolean whole) {
        int next = numbers.skipSpaces(at);
        if (numbers.isJointAt(next)) {
            int joined = numbers.skipSpaces(next + 1);
            return numbers.isDigitAt(joined) || numbers.isBounded(joined) ? joined : -1;
        }
        if (afterUnit && next == at && numbers.isDigitAt(at)) {
            return goesOnAsBuilding(numbers.numberEnd(at)) ? -1 : at;
        }
        // A building's name may start with a digit: 21世紀ビル is no number of the block.
        boolean parted = afterUnit || (!whole && next > at && numbers.isDigitAt(next));
        return parted && numbers.isBounded(next) ? next : -1;
    }

    private boolean goesOnAsBuilding(int end) {
        if (numbers.isLetterAt(end)) {
            return true;
        }
        for (String word : BUILDING_GOES_ON) {
            if (text.startsWith(word, end)) {
                return true;
            }
        }
        return false;
    }
}
