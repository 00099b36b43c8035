package jp.kyufu.text;

import java.util.List;

/**
 * An address read into its parts. A part that was not written is empty; nothing is guessed.
 *
 * @param prefecture as written: 東京都
 * @param city as written, with its ward or county: 八王子市, 横浜市中区, 西多摩郡日の出町
 * @param town as the register writes it where {@code listed}, else as written, without 大字
 * @param section the smaller section (小字) that 字 parts from its town, as written
 * @param block the numbers of 丁目, 番地, 番 and 号 in digits, joined by "-": {@code 3-24-1}
 * @param room numbers and letters joined by "-": {@code 203}, {@code A-203}, {@code 4-505}
 * @param rest building, floor, whose home it is, width-folded
 * @param listed whether the town is one of the city's own
 */
public record Address(
        String prefecture,
        String city,
        String town,
        String section,
        String block,
        String room,
        String rest,
        boolean listed) {

    /** The town under which its spellings are equal, 小字 left out. */
    public String townKey() {
        return TownText.key(town);
    }

    /** The numbers of the block one by one, without leading zeros; they may exceed an int. */
    public List<String> blockNumbers() {
        return block.isEmpty() ? List.of() : List.of(block.split("-"));
    }

    /** The room's own number, without the letter or number of the building: 203 of A-203. */
    public String roomNumber() {
        int from = room.lastIndexOf('-') + 1;
        int to = from;
        while (to < room.length() && CharKind.isDigit(room.charAt(to))) {
            to++;
        }
        return room.substring(from, to);
    }

    /**
     * The key under which the ways of writing one address of one city are equal: town and section,
     * a space, block and the room's number joined by "-": {@code 元本郷町 3-24-1-203}. Without numbers
     * the town alone; empty for an empty address.
     */
    public String key() {
        String place = TownText.key(town + section);
        String number = roomNumber();
        if (block.isEmpty() && number.isEmpty()) {
            return place;
        }
        String joint = block.isEmpty() || number.isEmpty() ? "" : "-";
        return place + " " + block + joint + number;
    }
}
