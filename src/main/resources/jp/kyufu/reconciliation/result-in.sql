-- Where the lines of one answer wait until each is in its bucket. round: which of the lines about the same payment.
CREATE TEMPORARY TABLE result_in (
    line        integer PRIMARY KEY,
    payment_no  bigint,
    code        text NOT NULL,
    outcome     text,
    amount      bigint,
    fingerprint bytea,
    granted_on  date,
    sealed      bytea NOT NULL,
    round       integer NOT NULL
) ON COMMIT DROP
