package jp.kyufu.value;

/** State of a payment (design §3). Every change is a posting; the database refuses the others. */
public enum PaymentState {
    PLANNED,
    IN_FILE,
    RELEASED,
    ACCEPTED,
    SETTLED,
    RETURNED,
    CANCELLED
}
