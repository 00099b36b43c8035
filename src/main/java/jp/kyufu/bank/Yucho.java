package jp.kyufu.bank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyufu.text.Width;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;

/**
 * ゆうちょ 記号・番号 → transfer form (zengin.md; the bank's own conversion rule). Whether the branch exists
 * is the bank master's matter.
 */
public final class Yucho {

    /** The bank of every such account. */
    public static final BankCode BANK = new BankCode("9900");

    // A passbook issued again shows a single digit between 記号 and 番号, which belongs to neither.
    // People copy it to the end of the one or the beginning of the other.
    private static final String DASH = "[-\u2010-\u2015\u2212\u30FC\u2500 ]";
    private static final Pattern SYMBOL = Pattern.compile("([0-9]{5})(?:" + DASH + "[0-9]?)?");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]?" + DASH + ")?([0-9]{1,8})");

    private Yucho() {}

    /** Reads both as written, digits of any width. */
    public static YuchoReading read(String symbol, String number) {
        Matcher symbols = SYMBOL.matcher(Width.fold(symbol));
        if (!symbols.matches()) {
            return new YuchoReading.Invalid("the symbol has not five digits");
        }
        Matcher numbers = NUMBER.matcher(Width.fold(number));
        if (!numbers.matches()) {
            return new YuchoReading.Invalid("the number has not one to eight digits");
        }
        String five = symbols.group(1);
        if (five.charAt(4) != '0') {
            return new YuchoReading.Invalid("the symbol does not end in 0");
        }
        String eight = "0".repeat(8 - numbers.group(1).length()) + numbers.group(1);
        return switch (five.charAt(0)) {
            case '1' -> ordinary(five, eight);
            case '0' -> current(five, numbers.group(1), eight);
            default -> new YuchoReading.Invalid("the symbol does not begin with 0 or 1");
        };
    }

    private static YuchoReading ordinary(String symbol, String eight) {
        if (eight.charAt(7) != '1') {
            return new YuchoReading.Invalid("the number of an ordinary account does not end in 1");
        }
        return new YuchoReading.Valid(
                new BranchCode(symbol.substring(1, 3) + "8"),
                DepositType.ORDINARY,
                new AccountNo(eight.substring(0, 7)),
                checkDigitFits(symbol, eight));
    }

    private static YuchoReading current(String symbol, String number, String eight) {
        if (number.length() > 6) {
            return new YuchoReading.Invalid("the number of a current account has over six digits");
        }
        return new YuchoReading.Valid(
                new BranchCode(symbol.substring(1, 3) + "9"),
                DepositType.CURRENT,
                new AccountNo(eight.substring(1)),
                checkDigitFits(symbol, eight));
    }

    private static boolean checkDigitFits(String symbol, String eight) {
        String all = symbol.substring(0, 3) + "0" + symbol.charAt(4) + eight;
        int sum = digit(all, 12);
        for (int i = 0; i < 12; i += 3) {
            int third = digit(all, i + 2);
            sum += digit(all, i) + 3 * digit(all, i + 1);
            sum += third < 5 ? 2 * third : 2 * third - 9;
        }
        return sum % 10 == digit(symbol, 3);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
