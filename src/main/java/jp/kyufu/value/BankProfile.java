package jp.kyufu.value;

import java.time.LocalTime;

/**
 * Everything in which the paying bank may differ from the standard (file contract §5, §11).
 *
 * @param terminator what follows each record of 120 bytes
 * @param clearingHouse 手形交換所番号 of every data record: four digits, or four spaces
 * @param symbols characters allowed in names beyond kana, letters, digits and space
 * @param recordsPerFile at most this many data records in a file
 * @param cutOff time of day (Asia/Tokyo) on the business day before the pay date
 * @param earliestDays first possible pay date, in business days ahead
 * @param latestDays last possible pay date, in business days ahead
 * @param returnDays business days after the pay date in which a return may still come
 */
public record BankProfile(
        Terminator terminator,
        String clearingHouse,
        String symbols,
        int recordsPerFile,
        LocalTime cutOff,
        int earliestDays,
        int latestDays,
        int returnDays) {

    /** What a bank wants after each record. */
    public enum Terminator {
        CRLF("\r\n"),
        LF("\n"),
        CR("\r"),
        NONE("");

        private final String text;

        Terminator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
