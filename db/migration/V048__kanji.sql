-- Official maps of kanji variants. The newest row is in force; its folds come after the built-in table's. The row of a
-- city that went back to the built-in table has none.

CREATE TABLE kanji_map (
    map_no        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name     text NOT NULL,                -- as given, without folders
    version       text NOT NULL,                -- as the file says
    sha256        bytea NOT NULL CHECK (octet_length(sha256) = 32),
    glyphs_sha256 bytea CHECK (octet_length(glyphs_sha256) = 32), -- of the list of glyphs; null: none given
    evidence      text[] NOT NULL,
    hops          integer NOT NULL CHECK (hops > 0),
    choice_sha256 bytea NOT NULL CHECK (octet_length(choice_sha256) = 32), -- of what folds and why
    folds         text NOT NULL,                -- a character and what it folds to, and so on
    loaded_at     timestamptz NOT NULL,
    loaded_by     text NOT NULL
);

CREATE TRIGGER kanji_map_is_a_fact BEFORE UPDATE OR DELETE ON kanji_map
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
