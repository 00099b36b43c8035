-- One row, written at the first start and never changed: whether this is a city's data or a place to practise.
CREATE TABLE installation (
    id         smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    training   boolean     NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
