package jp.kyufu.value;

/** 支店コード: three digits, leading zeros kept. */
public record BranchCode(String digits) implements Comparable<BranchCode> {

    public BranchCode {
        Check.that(Digits.isDigits(digits, 3, 3), "BranchCode of 3 to 3 digits: %s", digits);
    }

    @Override
    public int compareTo(BranchCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
