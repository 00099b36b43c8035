package jp.kyufu.value;

/** 口座番号 as it goes into a transfer file: exactly seven digits. */
public record AccountNo(String digits) implements Comparable<AccountNo> {

    public AccountNo {
        Check.that(Digits.isDigits(digits, 7, 7), "AccountNo of 7 to 7 digits: %s", digits);
    }

    @Override
    public int compareTo(AccountNo other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
