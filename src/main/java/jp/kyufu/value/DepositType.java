package jp.kyufu.value;

/** 預金種目 of an account in a transfer file, with its Zengin code. */
public enum DepositType {
    /** 普通 */
    ORDINARY(1),
    /** 当座 */
    CURRENT(2),
    /** 貯蓄 */
    SAVINGS(4),
    /** その他: of a consignor (a city's 別段 account), never of a payee. */
    OTHER(9);

    private final int code;

    DepositType(int code) {
        this.code = code;
    }

    /** The digit of the Zengin standard: 1, 2, 4 or 9. */
    public int code() {
        return code;
    }

    /** The type of a Zengin digit; a programmer's error for any other. */
    public static DepositType ofCode(int code) {
        return switch (code) {
            case 1 -> ORDINARY;
            case 2 -> CURRENT;
            case 4 -> SAVINGS;
            case 9 -> OTHER;
            default -> throw new IllegalArgumentException("deposit type " + code);
        };
    }
}
