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

-- Applications that later stages may see: those of completed imports.
CREATE VIEW received_application AS
    SELECT a.* FROM application a
    WHERE a.file_id IN (SELECT file_id FROM intake_file
                        WHERE kind = 'APPLICATIONS' AND completed_seq IS NOT NULL);
