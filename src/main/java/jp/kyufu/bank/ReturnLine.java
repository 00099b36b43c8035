package jp.kyufu.bank;

import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;

/** One data record of a file from the bank. */
public sealed interface ReturnLine {

    /** Line of the file, from 1; the header stands on 1. */
    int lineNo();

    /** Where the record begins in the file's bytes. */
    int offset();

    /** Bytes of the record as it came, without a terminator. */
    int length();

    /**
     * A record whose numbers can be read.
     *
     * @param depositType the digit as it came; a bank may answer with one we never send
     * @param payee half-width, without the spaces that fill it
     * @param amount yen
     * @param paymentNo 顧客コード1
     * @param resultCode column 114; a space where the bank wrote nothing
     */
    record Read(
            int lineNo,
            int offset,
            int length,
            BankCode bank,
            BranchCode branch,
            char depositType,
            AccountNo account,
            String payee,
            long amount,
            long paymentNo,
            char resultCode)
            implements ReturnLine {}

    /**
     * A record with something else where digits must be: for a person, the other lines go on.
     *
     * @param column and field of the standard
     * @param found there
     * @param expected there
     */
    record Unreadable(
            int lineNo, int offset, int length, String column, String found, String expected)
            implements ReturnLine {}
}
