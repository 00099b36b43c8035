-- People who may act, and as what. The rules of three people compare these ids, so two ids that differ only in
-- upper and lower case cannot both exist.
CREATE TABLE person (
    person_id text        PRIMARY KEY CHECK (person_id ~ '^[^[:space:][:cntrl:]]{1,100}$'),
    ends_on   date,                      -- the last day on which the person may act; null: no end
    added_at  timestamptz NOT NULL DEFAULT now(),
    added_by  text        NOT NULL
);
CREATE UNIQUE INDEX person_case ON person (lower(person_id));

CREATE TABLE person_role (
    person_id  text        NOT NULL REFERENCES person,
    role       text        NOT NULL
        CHECK (role IN ('office', 'finance', 'approver', 'callcenter', 'auditor', 'admin', 'protected')),
    granted_at timestamptz NOT NULL DEFAULT now(),
    granted_by text        NOT NULL,
    PRIMARY KEY (person_id, role),
    CHECK (lower(granted_by) <> lower(person_id))
);
