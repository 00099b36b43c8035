package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.text.Address;
import jp.kyufu.text.AddressParser;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Width;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, normalised for comparison: a resident as the register has him, or an
 * applicant as he wrote. Empty texts and {@link #UNKNOWN} stand for what is missing.
 *
 * @param name as written ({@link NameKey#written}), its parts parted by one space
 * @param folded the same with kanji variants folded
 * @param kana the key of the reading ({@link Kana#key}), its parts parted by one space
 * @param birthDay epoch day, or {@link #UNKNOWN}
 * @param address an {@link Address#key}: the town, a space, the numbers joined by hyphens
 * @param city the city that the address names, with its ward or county; empty where it names none
 * @param sex in the register's own words; empty where unknown
 * @param others further names of a resident, 旧氏 and 通称
 */
public record Facts(
        String name,
        String folded,
        String kana,
        int birthDay,
        String address,
        String city,
        String sex,
        List<OtherName> others) {

    /** No birth date, or none that can be read. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /** A further name under which somebody may apply, folded, and its reading; no spaces. */
    public record OtherName(String folded, String kana) {

        /** Of a name and a reading as the register has them. */
        static OtherName of(String name, String kana) {
            return new OtherName(NameKey.folded(name), Kana.key(kana));
        }

        long nameKey() {
            return Keys.hash64(folded);
        }

        long kanaKey() {
            return Keys.hash64(kana);
        }
    }

    /** Normalises what was written. Never throws, whatever the texts are. */
    public static Facts of(
            String name, String kana, @Nullable LocalDate birth, String address, String sex) {
        String written = parts(Width.fold(name), false);
        Address place = AddressParser.WITHOUT_TOWNS.parse(address);
        String folded = NameKey.fold(written);
        return new Facts(
                written,
                folded.equals(written) ? written : folded,
                parts(Width.fold(kana), true),
                birth == null ? UNKNOWN : (int) birth.toEpochDay(),
                place.key(),
                place.city(),
                sex.strip(),
                List.of());
    }

    /** The same person with further names. */
    public Facts with(List<OtherName> names) {
        return new Facts(name, folded, kana, birthDay, address, city, sex, List.copyOf(names));
    }

    boolean hasBirthDay() {
        return birthDay != UNKNOWN;
    }

    /** The name in one, as written. */
    String joinedName() {
        return joined(name);
    }

    /** The name in one, folded. */
    String joinedFolded() {
        return joined(folded);
    }

    /** The reading in one. */
    String joinedKana() {
        return joined(kana);
    }

    private static String joined(String parts) {
        return parts.indexOf(' ') < 0 ? parts : parts.replace(" ", "");
    }

    private static String parts(String text, boolean reading) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return part(text, reading);
        }
        StringBuilder parts = new StringBuilder(text.length());
        for (int from = 0; from <= text.length(); ) {
            int to = text.indexOf(' ', from);
            String part = part(text.substring(from, to < 0 ? text.length() : to), reading);
            if (!part.isEmpty()) {
                parts.append(parts.isEmpty() ? "" : " ").append(part);
            }
            from = to < 0 ? text.length() + 1 : to + 1;
        }
        return parts.toString();
    }

    private static String part(String text, boolean reading) {
        return reading ? Kana.key(text) : NameKey.written(text);
    }
}
