package jp.kyufu.bank;

import java.time.LocalDate;

/**
 * One movement of an account as the bank's statement tells it (入出金取引明細, data record).
 *
 * @param lineNo of the file, from 1
 * @param offset where the record begins in the file's bytes
 * @param length bytes of the record as it came, without a terminator
 * @param day 勘定日
 * @param credit whether money came in
 * @param kind 取引区分: 11 transfer, 14 book transfer, 19 correction, ...
 * @param amount yen, above 0
 * @param consignorCode 振込依頼人コード, as it came without spaces
 * @param name 振込依頼人名 or what the contract is about, half-width
 * @param remark 摘要, half-width
 * @param reference EDI information, half-width
 */
public record StatementLine(
        int lineNo,
        int offset,
        int length,
        LocalDate day,
        boolean credit,
        String kind,
        long amount,
        String consignorCode,
        String name,
        String remark,
        String reference) {}
