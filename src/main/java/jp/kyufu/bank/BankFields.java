package jp.kyufu.bank;

import static jp.kyufu.value.ReasonCode.ACCOUNT_LOST_ZERO;
import static jp.kyufu.value.ReasonCode.ACCOUNT_MISSING;
import static jp.kyufu.value.ReasonCode.ACCOUNT_NUMBER_FORMAT;
import static jp.kyufu.value.ReasonCode.ACCOUNT_TYPE_UNKNOWN;
import static jp.kyufu.value.ReasonCode.BANK_UNKNOWN;
import static jp.kyufu.value.ReasonCode.BRANCH_UNKNOWN;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyufu.text.Width;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.Digits;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;
import org.jspecify.annotations.Nullable;

/** Bank, branch, type and number as far as they are given and can be read; null where not. */
record BankFields(
        @Nullable BankCode bank,
        @Nullable BranchCode branch,
        @Nullable DepositType type,
        @Nullable AccountNo number) {

    static final BankFields NONE = new BankFields(null, null, null, null);

    private static final int BANK_DIGITS = 4;
    private static final int BRANCH_DIGITS = 3;
    private static final int ACCOUNT_DIGITS = 7;

    private static final Map<String, DepositType> TYPES =
            WordList.of("deposit-types.properties").entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, e -> DepositType.valueOf(e.getValue())));

    /** All four fields; an empty one is a defect. */
    static BankFields readAll(AccountForm form, Set<ReasonCode> codes) {
        if (!AccountForm.given(form.bank())) {
            codes.add(BANK_UNKNOWN);
        }
        if (!AccountForm.given(form.branch())) {
            codes.add(BRANCH_UNKNOWN);
        }
        if (!AccountForm.given(form.type())) {
            codes.add(ACCOUNT_TYPE_UNKNOWN);
        }
        if (!AccountForm.given(form.number())) {
            codes.add(ACCOUNT_MISSING);
        }
        return readGiven(form, codes);
    }

    /** The fields that are given; the others are null without a code. */
    static BankFields readGiven(AccountForm form, Set<ReasonCode> codes) {
        String bank = code(form.bank(), BANK_DIGITS, BANK_UNKNOWN, codes);
        String branch = code(form.branch(), BRANCH_DIGITS, BRANCH_UNKNOWN, codes);
        DepositType type = type(form.type());
        if (type == null && AccountForm.given(form.type())) {
            codes.add(ACCOUNT_TYPE_UNKNOWN);
        }
        return new BankFields(
                bank == null ? null : new BankCode(bank),
                branch == null ? null : new BranchCode(branch),
                type,
                number(form.number(), codes));
    }

    /** The type an applicant wrote, in words or as a digit of any width. */
    static @Nullable DepositType type(String written) {
        return TYPES.get(Width.fold(written));
    }

    /** Whether a field read in both says something else in the other. */
    boolean contradicts(BankFields other) {
        return differ(bank, other.bank)
                || differ(branch, other.branch)
                || differ(type, other.type)
                || differ(number, other.number);
    }

    /** The account, if every part of it could be read. */
    @Nullable TransferAccount with(@Nullable String payee) {
        return bank == null || branch == null || type == null || number == null || payee == null
                ? null
                : new TransferAccount(bank, branch, type, number, payee);
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    /** A code of so many digits; one that lost zeros gets them back and is held for a person. */
    private static @Nullable String code(
            String written, int length, ReasonCode unknown, Set<ReasonCode> codes) {
        if (!AccountForm.given(written)) {
            return null;
        }
        String digits = Width.digits(written);
        if (!Digits.isDigits(digits, 1, length)) {
            codes.add(unknown);
            return null;
        }
        if (digits.length() < length) {
            codes.add(ACCOUNT_LOST_ZERO);
        }
        return zeroFilled(digits, length);
    }

    private static @Nullable AccountNo number(String written, Set<ReasonCode> codes) {
        if (!AccountForm.given(written)) {
            return null;
        }
        String digits = Width.digits(written);
        if (!Digits.isDigits(digits, 1, ACCOUNT_DIGITS)) {
            codes.add(ACCOUNT_NUMBER_FORMAT);
            return null;
        }
        return new AccountNo(zeroFilled(digits, ACCOUNT_DIGITS));
    }

    private static String zeroFilled(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }
}
