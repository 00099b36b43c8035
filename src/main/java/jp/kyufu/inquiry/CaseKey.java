package jp.kyufu.inquiry;

import java.util.Optional;
import jp.kyufu.matching.PackedNumber;
import jp.kyufu.value.Digits;

/** What a case is called: a household, or an application that is in nobody's name. */
public sealed interface CaseKey {

    /** Everything of one household. */
    record OfHousehold(String householdNo) implements CaseKey {
        @Override
        public String text() {
            return "h" + householdNo;
        }
    }

    /** One application, with what else is known of its household. */
    record OfApplication(long id) implements CaseKey {
        @Override
        public String text() {
            return "a" + id;
        }
    }

    /** How it stands in an address of a page. */
    String text();

    /** Reads {@link #text}; empty for anything else. */
    static Optional<CaseKey> read(String text) {
        String digits = text.isEmpty() ? "" : text.substring(1);
        if (text.startsWith("h") && Digits.isDigits(digits, 1, 15)) {
            return Optional.of(new OfHousehold(digits));
        }
        if (text.startsWith("a") && Digits.isDigits(digits, 1, 18)) {
            return Optional.of(new OfApplication(Long.parseLong(digits)));
        }
        return Optional.empty();
    }

    /** Of the index: a packed household number, or minus the id of an application. */
    static CaseKey of(long inCase) {
        return inCase < 0 ? new OfApplication(-inCase) : new OfHousehold(PackedNumber.text(inCase));
    }
}
