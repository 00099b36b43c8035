-- Signing in to the pages. A password is never kept, only its Argon2id hash; each new one is a row beside the old.
CREATE TABLE credential (
    person_id text        NOT NULL REFERENCES person,
    version   int         NOT NULL CHECK (version > 0),
    hash      text        NOT NULL CHECK (hash LIKE '$argon2id$%'),
    one_time  boolean     NOT NULL,     -- given by another person: good for one signing in, which must replace it
    set_by    text        NOT NULL,
    set_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (person_id, version),
    CHECK (one_time OR set_by = person_id)
);

-- Every try, as typed: what locks a person out and slows an address down.
CREATE TABLE sign_in (
    sign_in_no bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    person_id  text        NOT NULL CHECK (length(person_id) <= 100),
    address    text        NOT NULL CHECK (length(address) <= 100),
    outcome    text        NOT NULL CHECK (outcome IN ('in', 'wrong', 'locked', 'slowed'))
);
CREATE INDEX sign_in_by_person ON sign_in (person_id, at);
CREATE INDEX sign_in_by_address ON sign_in (address, at);
