-- Stores a map of variants, which from the commit on is the one in force.
-- Promise: one row, numbered higher than every map before it.
INSERT INTO kanji_map (file_name, version, sha256, glyphs_sha256, evidence, hops, choice_sha256, folds,
                       loaded_at, loaded_by)
VALUES (:file, :version, :sha256, :glyphs, :evidence, :hops, :choice, :folds, :at, :person)
RETURNING map_no
