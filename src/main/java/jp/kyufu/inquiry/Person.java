package jp.kyufu.inquiry;

import java.time.LocalDate;
import jp.kyufu.text.AddressParser;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as register or form has him.
 *
 * @param residentNo empty for an applicant who is in nobody's name
 * @param dwelling address and building; empty where it is not shown to anybody
 */
record Person(
        String residentNo,
        String name,
        String kana,
        @Nullable LocalDate birth,
        String dwelling,
        boolean head,
        boolean guarded) {

    /** The town without numbers. */
    String town() {
        return AddressParser.WITHOUT_TOWNS.parse(dwelling).town();
    }

    @Nullable LocalDate birthYear() {
        return birth == null ? null : birth.withDayOfYear(1);
    }
}
