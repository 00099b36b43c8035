package jp.kyufu.payment;

import jp.kyufu.value.Refusal;

/**
 * A payment whose file is in doubt, or that the bank is asked to stop, moves by the bank's word
 * alone (V111): what a person who tries otherwise is told.
 */
public final class HeldFast {

    /** What the database says. */
    public static final String SQL_STATE = "KY041";

    private HeldFast() {}

    /** The refusal; {@code detail} is the database's: payments, each with what holds it. */
    public static Refusal refusal(String detail) {
        return new Refusal("payment.heldFast", detail);
    }
}
