package jp.kyufu.city;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A dwelling in the invented city, and the ways in which people write it.
 *
 * @param town index in {@code towns.txt}
 * @param district 丁目, 0 where the town has none
 * @param building index of the building's name, -1 for a house
 * @param room number of the room, 0 for none
 */
record Address(int town, int district, int block, int house, int building, int room) {

    private record Town(String name, int districts) {}

    private static final List<Town> TOWNS =
            Lexicon.lines("towns.txt").stream()
                    .flatMap(line -> List.of(line.strip().split(" +")).stream())
                    .map(token -> token.split("/"))
                    .map(parts -> new Town(parts[0], Integer.parseInt(parts[1])))
                    .toList();
    private static final String CITY = Lexicon.of("city");
    private static final int PREFECTURE_CHARS = 3;
    private static final List<String> BUILDINGS = Lexicon.list("buildings");
    private static final String NUMERALS = Lexicon.of("numerals");
    private static final String CHOME = Lexicon.of("chome");
    private static final String BAN = Lexicon.of("ban");
    private static final String BANCHI = Lexicon.of("banchi");
    private static final String GO = Lexicon.of("go");
    private static final String ROOM = Lexicon.of("room");
    private static final String HOME = Lexicon.of("home");
    private static final int HOME_BUILDING = 1_000;

    static Address draw(RandomGenerator random) {
        // Squared: the first towns of the list are the large ones.
        double skewed = random.nextDouble() * random.nextDouble();
        int town = (int) (skewed * TOWNS.size());
        int districts = TOWNS.get(town).districts();
        boolean flat = random.nextInt(100) < 45;
        return new Address(
                town,
                districts == 0 ? 0 : 1 + random.nextInt(districts),
                1 + random.nextInt(districts == 0 ? 1_200 : 40),
                1 + random.nextInt(25),
                flat ? random.nextInt(BUILDINGS.size()) : -1,
                flat ? 100 * (1 + random.nextInt(9)) + 1 + random.nextInt(12) : 0);
    }

    /** A room of the home for the elderly: many households at one address. */
    static Address home(RandomGenerator random) {
        int room = 100 * (1 + random.nextInt(4)) + 1 + random.nextInt(40);
        return new Address(0, 1, 8, 1, HOME_BUILDING, room);
    }

    String postal() {
        String four = String.valueOf(10_001 + town).substring(1);
        return "209-" + four;
    }

    /** 住所 of the register: 丁目 in kanji numerals, numbers in full-width digits. */
    String registered() {
        Town place = TOWNS.get(town);
        String name = CITY + place.name();
        return district == 0
                ? name
                        + Kana.wide(String.valueOf(block))
                        + BANCHI
                        + Kana.wide(String.valueOf(house))
                : name + NUMERALS.charAt(district) + CHOME + lot();
    }

    /** 方書 of the register: building and room, or empty. */
    String buildingAndRoom() {
        return building < 0 ? "" : buildingName() + "\u3000" + Kana.wide(room + "") + ROOM;
    }

    /** The address as a person writes it. */
    String written(RandomGenerator random) {
        StringBuilder text = new StringBuilder(40);
        int form = random.nextInt(100);
        if (form < 30) {
            text.append(CITY);
        } else if (form < 75) {
            text.append(CITY, PREFECTURE_CHARS, CITY.length());
        }
        text.append(TOWNS.get(town).name());
        int style = random.nextInt(100);
        String plain = (district == 0 ? "" : district + "-") + block + "-" + house;
        if (style < 55) {
            text.append(plain);
        } else if (style < 70) {
            text.append(Kana.wide(plain));
        } else if (district == 0) {
            text.append(block).append(BANCHI).append(house);
        } else if (style < 85) {
            text.append(NUMERALS.charAt(district)).append(CHOME).append(lot());
        } else {
            text.append(district).append(CHOME).append(block).append('-').append(house);
        }
        if (building >= 0 && random.nextInt(100) < 85) {
            text.append(' ').append(buildingName());
            text.append(random.nextBoolean() ? " " + room : room + ROOM);
        }
        return text.toString();
    }

    private String lot() {
        return Kana.wide(block + BAN + house + GO);
    }

    private String buildingName() {
        return building == HOME_BUILDING ? HOME : BUILDINGS.get(building);
    }
}
