package jp.kyufu.inquiry;

import java.util.List;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.text.Width;

/**
 * What a caller says beside what is known of the person, without showing it: so that an address is
 * told by nobody but the caller.
 */
public record Comparison(Agreement birth, Agreement address, Agreement phone) {

    /** How a caller's word agrees. */
    public enum Agreement {
        /** Nothing was said. */
        NOT_ASKED,
        EQUAL,
        /** The town and as many numbers as were said. */
        PARTLY,
        DIFFERENT,
        /** There is nothing to compare with, or what was said cannot be read. */
        UNKNOWN
    }

    /** What the caller says; empty where not asked. */
    public record Said(String birth, String address, String phone) {}

    static Comparison of(Said said, Person known, List<String> phones) {
        return new Comparison(
                birth(said.birth(), known), address(said.address(), known), phone(said, phones));
    }

    private static Agreement birth(String said, Person known) {
        if (said.isBlank()) {
            return Agreement.NOT_ASKED;
        }
        if (known.birth() == null || !(Dates.read(said) instanceof DateReading.Read read)) {
            return Agreement.UNKNOWN;
        }
        return read.date().equals(known.birth()) ? Agreement.EQUAL : Agreement.DIFFERENT;
    }

    private static Agreement address(String said, Person known) {
        if (said.isBlank()) {
            return Agreement.NOT_ASKED;
        }
        String mine = AddressKey.of(known.dwelling());
        String theirs = AddressKey.of(said);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        boolean begins =
                mine.startsWith(theirs + (theirs.contains(" ") ? "-" : " "))
                        || theirs.startsWith(mine + "-");
        return mine.equals(theirs)
                ? Agreement.EQUAL
                : begins ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static Agreement phone(Said said, List<String> phones) {
        if (said.phone().isBlank()) {
            return Agreement.NOT_ASKED;
        }
        String digits = Width.digits(said.phone());
        List<String> known =
                phones.stream().map(Width::digits).filter(SearchText::isPhone).toList();
        if (known.isEmpty() || !SearchText.isPhone(digits)) {
            return Agreement.UNKNOWN;
        }
        return known.contains(digits) ? Agreement.EQUAL : Agreement.DIFFERENT;
    }
}
