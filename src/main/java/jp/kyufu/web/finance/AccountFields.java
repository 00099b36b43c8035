package jp.kyufu.web.finance;

import jp.kyufu.bank.AccountForm;

/** Another account as the applicant wrote it; its own fields or those of ゆうちょ. */
record AccountFields(
        String bank,
        String branch,
        String type,
        String number,
        String holder,
        String yuchoSymbol,
        String yuchoNumber) {

    AccountForm form() {
        return new AccountForm(bank, branch, type, number, holder, yuchoSymbol, yuchoNumber);
    }
}
