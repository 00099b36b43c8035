-- Data keys, each wrapped (AES-256-GCM) by the master key that stands in a file outside the database. The newest
-- seals, all of them open. Wrapping binds the other key files too, so that a mixed-up set of files is noticed.
CREATE TABLE data_key (
    key_id     integer     PRIMARY KEY CHECK (key_id BETWEEN 1 AND 32767),
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
