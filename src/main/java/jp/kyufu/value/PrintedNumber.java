package jp.kyufu.value;

import java.util.Optional;

/**
 * 申請書番号, the number printed on a household's notice: the last ten digits of its 世帯番号, zeros before
 * a shorter one, and a check digit (file contract §3).
 *
 * @param household the ten digits before the check digit
 */
public record PrintedNumber(String household) {

    private static final int LENGTH = 10;
    private static final String ZEROS = "0".repeat(LENGTH + 1);

    public PrintedNumber {
        Check.that(Digits.isDigits(household, LENGTH, LENGTH), "ten digits: %s", household);
    }

    /** The number that a household's notice carries. */
    public static PrintedNumber ofHousehold(String householdNo) {
        Check.that(Digits.isDigits(householdNo, 1, 15), "a household number: %s", householdNo);
        return new PrintedNumber(lastDigits(householdNo, LENGTH));
    }

    /**
     * Reads what somebody copied from a notice, already in ASCII digits without hyphens and spaces.
     * Leading zeros that a spreadsheet lost are put back. Empty unless the check digit is right:
     * then the number proposes nothing.
     */
    public static Optional<PrintedNumber> read(String digits) {
        if (!Digits.isDigits(digits, 1, LENGTH + 1)) {
            return Optional.empty();
        }
        String all = lastDigits(digits, LENGTH + 1);
        PrintedNumber number = new PrintedNumber(all.substring(0, LENGTH));
        return number.checkDigit() == all.charAt(LENGTH) ? Optional.of(number) : Optional.empty();
    }

    /** All eleven digits, as printed. */
    public String digits() {
        return household + checkDigit();
    }

    /**
     * Modulus 11 with weights 2, 3, 4, 5, 6, 7, 2, ... from the rightmost digit; 11 minus the
     * remainder, where 10 and 11 become 0.
     */
    private char checkDigit() {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += (household.charAt(LENGTH - 1 - i) - '0') * (2 + i % 6);
        }
        int digit = 11 - sum % 11;
        return (char) ('0' + (digit >= 10 ? 0 : digit));
    }

    private static String lastDigits(String digits, int count) {
        String filled = ZEROS + digits;
        return filled.substring(filled.length() - count);
    }
}
