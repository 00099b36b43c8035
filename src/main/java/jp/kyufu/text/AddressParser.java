package jp.kyufu.text;

import jp.kyufu.text.BlockNumbers.Block;

/**
 * Reads addresses of one city as people write them: postal code, prefecture, city, 大字 and 字 may be
 * missing, numbers stand in any script and are parted in any way, a room may follow. The longest
 * town of the city's own list that stands where a town may stand is the town; without a list, or
 * where it has none, the town ends where the numbers begin. Immutable; never throws.
 */
public final class AddressParser {

    /** A parser that knows no town. */
    public static final AddressParser WITHOUT_TOWNS = new AddressParser(Towns.NONE);

    /** 丁目, 番 and 号: a block has no more unless its town shows it. */
    static final int DEPTH = 3;

    private static final int ROOM_DIGITS = 3;

    private final Towns towns;

    public AddressParser(Towns towns) {
        this.towns = towns;
    }

    /**
     * The parts of an address in any width. Equal for texts that are equal under {@link
     * Width#fold}.
     */
    public Address parse(String address) {
        String text = Width.fold(address);
        AddressNumbers numbers = new AddressNumbers(text);
        CityPrefix prefix = CityPrefix.of(text);
        TownMatch match = towns.isEmpty() ? null : TownMatch.find(towns, numbers, prefix);
        return match == null ? unlisted(numbers, prefix) : listed(numbers, prefix, match);
    }

    private Address listed(AddressNumbers numbers, CityPrefix prefix, TownMatch match) {
        String text = numbers.text();
        Block block = match.blockStart() < 0 ? Block.none(match.end()) : block(numbers, match);
        return address(
                text.substring(prefix.afterCode(), prefix.afterPrefecture()),
                text.substring(
                        prefix.afterPrefecture(),
                        Math.max(prefix.afterPrefecture(), Math.min(match.start(), prefix.end()))),
                match.town().name(),
                match.section(text),
                block,
                RoomText.read(numbers, block.end()),
                true);
    }

    /** In a town without 丁目 a third number of three digits is a room if nothing else is one. */
    private static Block block(AddressNumbers numbers, TownMatch match) {
        BlockNumbers blocks = new BlockNumbers(numbers);
        Block block = blocks.read(match.blockStart(), DEPTH);
        boolean room =
                match.town().depth() < DEPTH
                        && block.numbers().size() == DEPTH
                        && block.numbers().getLast().length() >= ROOM_DIGITS
                        && RoomText.read(numbers, block.end()).room().isEmpty();
        return room ? blocks.read(match.blockStart(), DEPTH - 1) : block;
    }

    private static Address unlisted(AddressNumbers numbers, CityPrefix prefix) {
        String text = numbers.text();
        BlockNumbers blocks = new BlockNumbers(numbers);
        int start = blocks.start(prefix.end());
        int section = AddressWords.sectionStart(text, prefix.end(), start);
        int townEnd = section < 0 ? start : section;
        Block block = start == text.length() ? Block.none(start) : blocks.read(start, DEPTH);
        return address(
                text.substring(prefix.afterCode(), prefix.afterPrefecture()),
                text.substring(prefix.afterPrefecture(), prefix.end()),
                AddressWords.withoutSectionWords(text.substring(prefix.end(), townEnd)),
                AddressWords.withoutSectionWords(text.substring(townEnd, start)),
                block,
                RoomText.read(numbers, block.end()),
                false);
    }

    private static Address address(
            String prefecture,
            String city,
            String town,
            String section,
            Block block,
            RoomText room,
            boolean listed) {
        String joined = String.join("-", block.numbers());
        if (!room.block().isEmpty()) {
            joined += "-" + String.join("-", room.block());
        }
        return new Address(
                prefecture.strip(),
                city.strip(),
                town,
                section,
                joined,
                room.room(),
                room.rest(),
                listed);
    }
}
