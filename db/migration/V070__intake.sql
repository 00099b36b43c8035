-- Accepted applications. The row as written is ciphertext; what stays readable is what later stages join on.

CREATE TABLE application (
    application_id   bigint PRIMARY KEY,     -- file_id * 2^32 + physical line
    program_id       smallint NOT NULL,
    file_id          integer NOT NULL,
    channel          text NOT NULL,
    receipt_no       text COLLATE "C" NOT NULL,
    received_at      timestamp NOT NULL,     -- Asia/Tokyo
    printed_household text COLLATE "C",      -- last ten digits of a household number; null: none or check digit wrong
    birth_date       date,
    name_written_key bigint NOT NULL,
    name_key         bigint NOT NULL,
    kana_key         bigint NOT NULL,
    address_key      bigint NOT NULL,
    rail             rail,                   -- as wished; null: missing or unknown
    payee_fingerprint bytea,                 -- of the account or wallet as written, where one can be read
    codes            text[] NOT NULL,        -- reason codes that the form alone shows, notes included
    content_digest   bytea NOT NULL,         -- tells a repeat from a conflict
    sealed           bytea NOT NULL,
    UNIQUE (program_id, channel, receipt_no) -- serves who asks by number alone too: channels are few
);
ALTER TABLE application ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- A receipt number that came again with other content: the row is rejected, the first is looked at.
CREATE TABLE receipt_conflict (
    application_id bigint NOT NULL REFERENCES application,
    file_id        integer NOT NULL,
    line           bigint NOT NULL,
    PRIMARY KEY (application_id, file_id, line)
);

-- A defective application that the office corrected on the applicant's word: the corrected one is an application of its
-- own, received when the first was, and takes the place of the one it corrects.
CREATE TABLE rectification (
    application_id bigint PRIMARY KEY REFERENCES application,
    corrects       bigint NOT NULL UNIQUE REFERENCES application,  -- a version is corrected once, the newest one
    first_id       bigint NOT NULL REFERENCES application,         -- as the applicant handed it in
    version        smallint NOT NULL CHECK (version > 1),          -- the first being 1
    source         text NOT NULL CHECK (source IN ('LETTER', 'TELEPHONE', 'COUNTER')),
    fields         text[] NOT NULL CHECK (cardinality(fields) > 0),  -- what changed; from what to what the forms say
    reason         text NOT NULL CHECK (reason <> ''),
    person         text NOT NULL,
    at             timestamptz NOT NULL,
    UNIQUE (first_id, version),
    CHECK ((version = 2) = (corrects = first_id))
);
CREATE TRIGGER rectification_is_a_fact BEFORE UPDATE OR DELETE ON rectification
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every version of a corrected application, the first included, by that first one.
CREATE VIEW application_version AS
    SELECT r.application_id, r.first_id, r.version FROM rectification r
    UNION ALL
    SELECT r.first_id, r.first_id, 1::smallint FROM rectification r WHERE r.version = 2;

-- Applications that later stages may see: those of completed imports.
CREATE VIEW received_application AS
    SELECT a.* FROM application a
    WHERE a.file_id IN (SELECT file_id FROM intake_file
                        WHERE kind = 'APPLICATIONS' AND completed_seq IS NOT NULL);
