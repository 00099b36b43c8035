-- Where the lines of one account's statement wait until it is known which of them are new.
CREATE TEMPORARY TABLE IF NOT EXISTS statement_in (
    line           integer PRIMARY KEY,
    posted_on      date NOT NULL,
    credit         boolean NOT NULL,
    kind           text NOT NULL,
    amount         bigint NOT NULL,
    consignor_code text,
    payment_no     bigint,
    came_back      boolean NOT NULL,
    identity       bytea NOT NULL,
    sealed         bytea NOT NULL
) ON COMMIT DROP
