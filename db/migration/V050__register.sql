-- Register snapshots. A row of resident is one person in one extract and never changes, except that a
-- newer extract takes over as the current one.

CREATE TABLE register_snapshot (
    snapshot_id  integer PRIMARY KEY REFERENCES intake_file (file_id),
    as_of        date NOT NULL,
    completed_at timestamptz
);

CREATE TABLE resident (
    resident_no   digits NOT NULL,
    snapshot_id   integer NOT NULL,
    household_no  digits NOT NULL,
    name          text NOT NULL,
    kana          text NOT NULL,
    birth_date    date,                      -- null: unknown in the register itself
    sex           text NOT NULL,
    relation      text NOT NULL,
    head          boolean NOT NULL,
    postal_code   text NOT NULL,
    address       text NOT NULL,
    building      text NOT NULL,
    foreigner     boolean NOT NULL,
    resident_from date NOT NULL,
    left_reason   text,                      -- DEATH, MOVED_OUT, REMOVED; null: on the register
    left_on       date,
    protected     boolean NOT NULL,
    -- 64-bit hashes of comparison keys; 0 where the text is empty
    name_written_key bigint NOT NULL,
    name_key         bigint NOT NULL,
    kana_key         bigint NOT NULL,
    address_key      bigint NOT NULL,
    -- of parts, to find whom to compare: the given name, the town, the surname at its block of houses
    given_key        bigint NOT NULL,
    town_key         bigint NOT NULL,
    family_key       bigint NOT NULL,
    current       boolean NOT NULL,
    PRIMARY KEY (resident_no, snapshot_id),
    CHECK ((left_reason IS NULL) = (left_on IS NULL))
);

-- Further names of the few who have one: 旧氏 with the given name, 通称.
CREATE TABLE resident_alias (
    resident_no   digits NOT NULL,
    snapshot_id   integer NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('FORMER_SURNAME', 'ALIAS')),
    name          text NOT NULL,
    kana          text NOT NULL,
    -- keys as in resident
    name_written_key bigint NOT NULL,
    name_key         bigint NOT NULL,
    kana_key         bigint NOT NULL,
    PRIMARY KEY (resident_no, snapshot_id, kind),
    FOREIGN KEY (resident_no, snapshot_id) REFERENCES resident
);

-- The register as it is known today: of every person the newest complete extract that names him or her.
CREATE VIEW current_resident AS
    SELECT r.* FROM resident r
    WHERE r.current
      AND r.snapshot_id IN (SELECT snapshot_id FROM register_snapshot WHERE completed_at IS NOT NULL);

CREATE VIEW current_alias AS
    SELECT a.* FROM resident_alias a JOIN current_resident USING (resident_no, snapshot_id);
