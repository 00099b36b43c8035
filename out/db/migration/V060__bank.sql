-- The bank master: dated snapshots of all banks and branches. A newer one replaces the older for
-- every check; older ones stay, since decisions were made with them.

CREATE TABLE bank_master (
    master_id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name   text NOT NULL,                   -- as given, without folders
    sha256      bytea NOT NULL CHECK (octet_length(sha256) = 32),
    imported_at timestamptz NOT NULL,
    imported_by text NOT NULL,
    rows        integer NOT NULL CHECK (rows > 0),
    completed   boolean NOT NULL                 -- false is never used
);

CREATE TABLE bank_branch (
    master_id   integer NOT NULL REFERENCES bank_master,
    bank        text COLLATE "C" NOT NULL CHECK (bank ~ '^[0-9]{4}$'),
    branch      text COLLATE "C" NOT NULL CHECK (branch ~ '^[0-9]{3}$'),
    bank_name   text NOT NULL,
    bank_kana   text NOT NULL,
    branch_name text NOT NULL,
    branch_kana text NOT NULL,
    valid_from  date,                            -- null: since ever
    valid_to    date,                            -- 廃止日, the first day without it; null: not planned
    PRIMARY KEY (master_id, bank, branch)
);

CREATE TRIGGER bank_master_is_a_fact BEFORE UPDATE OR DELETE ON bank_master
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_branch_is_a_fact BEFORE UPDATE OR DELETE ON bank_branch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
