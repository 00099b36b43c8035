package jp.kyufu.bank;

import static jp.kyufu.value.ReasonCode.ACCOUNT_AMBIGUOUS;
import static jp.kyufu.value.ReasonCode.ACCOUNT_MISSING;
import static jp.kyufu.value.ReasonCode.HOLDER_CHARACTERS;
import static jp.kyufu.value.ReasonCode.YUCHO_CHECK_DIGIT;
import static jp.kyufu.value.ReasonCode.YUCHO_INVALID;

import java.util.EnumSet;
import java.util.Set;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * The account fields of an application as the applicant wrote them, empty where nothing is written
 * (file contract §3, §9). An account comes as bank, branch, type and number, or as ゆうちょ 記号 and 番号,
 * or as both if they mean the same.
 */
public record AccountForm(
        String bank,
        String branch,
        String type,
        String number,
        String holder,
        String yuchoSymbol,
        String yuchoNumber) {

    /**
     * The account in transfer form with every code that applies without the bank master.
     *
     * @param allowedSymbols of the bank profile, for the holder
     */
    public AccountReading read(String allowedSymbols) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        // A type alone names no account.
        boolean bankGiven = given(bank) || given(branch) || given(number);
        boolean yuchoGiven = given(yuchoSymbol) || given(yuchoNumber);
        if (!bankGiven && !yuchoGiven) {
            codes.add(ACCOUNT_MISSING);
            String payee = given(holder) ? payee(allowedSymbols, codes) : null;
            return new AccountReading(null, null, null, payee, codes);
        }
        String payee = payee(allowedSymbols, codes);
        BankFields fields =
                yuchoGiven ? fromYucho(bankGiven, codes) : BankFields.readAll(this, codes);
        return codes.contains(ACCOUNT_AMBIGUOUS)
                ? new AccountReading(null, null, null, payee, codes)
                : new AccountReading(
                        fields.with(payee), fields.bank(), fields.branch(), payee, codes);
    }

    private BankFields fromYucho(boolean bankGiven, Set<ReasonCode> codes) {
        BankFields written = bankGiven ? BankFields.readGiven(this, codes) : BankFields.NONE;
        BankFields meant =
                switch (Yucho.read(yuchoSymbol, yuchoNumber)) {
                    case YuchoReading.Invalid _ -> {
                        codes.add(YUCHO_INVALID);
                        yield new BankFields(Yucho.BANK, null, null, null);
                    }
                    case YuchoReading.Valid(
                                    BranchCode yuchoBranch,
                                    DepositType yuchoType,
                                    AccountNo account,
                                    boolean checkDigitFits) -> {
                        if (!checkDigitFits) {
                            codes.add(YUCHO_CHECK_DIGIT);
                        }
                        yield new BankFields(Yucho.BANK, yuchoBranch, savings(yuchoType), account);
                    }
                };
        if (written.contradicts(meant)) {
            codes.add(ACCOUNT_AMBIGUOUS);
        }
        return meant;
    }

    /** A 記号 cannot tell 貯蓄 from 普通; where the applicant writes 貯蓄, it is that. */
    private DepositType savings(DepositType yuchoType) {
        return yuchoType == DepositType.ORDINARY && BankFields.type(type) == DepositType.SAVINGS
                ? DepositType.SAVINGS
                : yuchoType;
    }

    private @Nullable String payee(String allowedSymbols, Set<ReasonCode> codes) {
        return switch (ZenginText.payee(holder, allowedSymbols)) {
            case ZenginText.Result.Valid(String sent) -> sent;
            case ZenginText.Result.Refused _ -> {
                codes.add(HOLDER_CHARACTERS);
                yield null;
            }
        };
    }

    static boolean given(String field) {
        return !field.isBlank();
    }

    /** Never prints an account or a name. */
    @Override
    public String toString() {
        return "AccountForm[***]";
    }
}
