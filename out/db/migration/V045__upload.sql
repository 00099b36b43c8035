-- Uploaded files: how far each has been read, and the rows that were not accepted.

CREATE TABLE intake_file (
    file_id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id    smallint REFERENCES program,   -- null: belongs to no program (a register)
    kind          text NOT NULL CHECK (kind IN ('REGISTER', 'APPLICATIONS', 'RESULTS', 'POINT_RESULTS')),
    name          text NOT NULL,                 -- as uploaded, without folders
    sha256        bytea NOT NULL CHECK (octet_length(sha256) = 32),
    bytes         bigint NOT NULL CHECK (bytes > 0),
    received_at   timestamptz NOT NULL,
    received_by   text NOT NULL,
    encoding      text NOT NULL,
    next_offset   bigint NOT NULL DEFAULT 0,     -- the checkpoint: where reading goes on
    next_line     bigint NOT NULL DEFAULT 1,
    rows_accepted bigint NOT NULL DEFAULT 0,
    rows_repeated bigint NOT NULL DEFAULT 0,
    rows_rejected bigint NOT NULL DEFAULT 0,
    completed_seq bigint UNIQUE,                 -- in order of commit; null: not complete
    completed_at  timestamptz,
    CHECK (next_offset BETWEEN 0 AND bytes),
    CHECK ((completed_seq IS NULL) = (completed_at IS NULL)),
    CHECK (completed_seq IS NULL OR next_offset = bytes),
    -- The same bytes are one upload: the second time they are refused, or resumed if unfinished.
    UNIQUE NULLS NOT DISTINCT (kind, program_id, sha256)
);

-- One row. It is updated when an import completes and so locked until that commits: numbers in order of commit.
CREATE TABLE intake_counter (
    id       smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    last_seq bigint NOT NULL
);
INSERT INTO intake_counter (last_seq) VALUES (0);

-- A completed import is a fact.
CREATE FUNCTION intake_file_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.completed_seq IS NOT NULL
        OR (NEW.file_id, NEW.program_id, NEW.kind, NEW.sha256, NEW.bytes)
            IS DISTINCT FROM (OLD.file_id, OLD.program_id, OLD.kind, OLD.sha256, OLD.bytes)
        OR NEW.next_offset < OLD.next_offset
    THEN
        RAISE EXCEPTION 'uploaded file % does not go back', OLD.file_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER intake_file_moves BEFORE UPDATE ON intake_file
    FOR EACH ROW EXECUTE FUNCTION intake_file_moves();
CREATE TRIGGER intake_file_stays BEFORE DELETE ON intake_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Why a row was not accepted. The row itself is ciphertext.
CREATE TABLE intake_reject (
    file_id     integer NOT NULL REFERENCES intake_file,
    line        bigint NOT NULL,                 -- physical line where the row starts, the header being 1
    code        text NOT NULL,
    column_name text NOT NULL,                   -- header name, or empty
    args        text[] NOT NULL,                 -- of the message; nothing private
    sealed      bytea NOT NULL,                  -- the original bytes of the row
    PRIMARY KEY (file_id, line, code, column_name)
);
CREATE TRIGGER intake_reject_is_a_fact BEFORE UPDATE OR DELETE ON intake_reject
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
