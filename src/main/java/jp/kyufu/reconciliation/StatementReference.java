package jp.kyufu.reconciliation;

import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.value.Digits;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a statement refers to, as far as it says so itself.
 *
 * @param consignorCode ten digits; null where the line names no consignor
 * @param paymentNo the ten digits we sent as 顧客コード1; null where the line names none
 * @param cameBack whether it says that a transfer came back
 */
record StatementReference(
        @Nullable String consignorCode, @Nullable Long paymentNo, boolean cameBack) {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("jp.kyufu.reconciliation.statement-words");
    private static final List<String> CAME_BACK = List.of(WORDS.getString("CAME_BACK").split(","));
    private static final List<String> CAME_BACK_KINDS =
            List.of(WORDS.getString("CAME_BACK_KINDS").split(","));
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<!\\d)\\d{10}(?!\\d)");

    static StatementReference of(StatementLine line) {
        String code = line.consignorCode();
        String told = line.reference() + " " + line.remark();
        boolean cameBack =
                line.credit()
                        && (CAME_BACK_KINDS.contains(line.kind())
                                || CAME_BACK.stream().anyMatch(told::contains));
        return new StatementReference(
                Digits.isDigits(code, 10, 10) ? code : null,
                line.credit() ? paymentNo(told) : null,
                cameBack);
    }

    /** The only number of ten digits; of several none can be trusted. */
    private static @Nullable Long paymentNo(String told) {
        Matcher number = TEN_DIGITS.matcher(told);
        if (!number.find()) {
            return null;
        }
        long found = Long.parseLong(number.group());
        return number.find() || found == 0 ? null : found;
    }
}
