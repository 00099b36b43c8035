package jp.kyufu.value;

/** 金融機関コード: four digits, leading zeros kept. */
public record BankCode(String digits) implements Comparable<BankCode> {

    public BankCode {
        Check.that(Digits.isDigits(digits, 4, 4), "BankCode of 4 to 4 digits: %s", digits);
    }

    @Override
    public int compareTo(BankCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
