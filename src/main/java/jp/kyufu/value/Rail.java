package jp.kyufu.value;

/** The way a payment travels: bank transfer in yen, or points of the city's digital currency. */
public enum Rail {
    CASH,
    POINTS
}
