-- What bank and point provider answered. Every line of every answer is in exactly one bucket.

CREATE TABLE result_file (
    result_file_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id     smallint NOT NULL,
    rail           rail NOT NULL,
    name           text NOT NULL,
    sha256         bytea NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT act_time(),
    received_by    text NOT NULL,
    lines          integer NOT NULL,
    UNIQUE (program_id, rail, sha256)
);
CREATE TRIGGER result_file_is_a_fact BEFORE UPDATE OR DELETE ON result_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE result_line (
    result_file_no integer NOT NULL REFERENCES result_file,
    line           integer NOT NULL,
    bucket         text NOT NULL CHECK (bucket IN (
        'APPLIED', 'ALREADY_APPLIED', 'UNKNOWN_PAYMENT', 'DIFFERS', 'UNKNOWN_CODE', 'AFTER_CLOSE', 'EXPIRED_EARLY',
        'AFTER_CLAIM')),
    payment_no     bigint,                   -- as the line says; null: unreadable
    code           text NOT NULL,
    outcome        text,                     -- CREDITED, NO_SUCH_ACCOUNT, NAME_DIFFERS, ...; null: unknown code
    amount         bigint,
    granted_on     date,                     -- 付与日時, the provider's day; null: a transfer, or unreadable
    sealed         bytea NOT NULL,           -- the line as received
    PRIMARY KEY (result_file_no, line)
);
CREATE INDEX result_line_payment ON result_line (payment_no);
-- The few that moved nothing; most of them a person must look at.
CREATE INDEX result_line_odd ON result_line (result_file_no, bucket) WHERE bucket <> 'APPLIED';
CREATE TRIGGER result_line_is_a_fact BEFORE UPDATE OR DELETE ON result_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
