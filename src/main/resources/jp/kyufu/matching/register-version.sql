-- What the keys of the register depend on: the newest complete extract and the map of kanji variants in force.
-- Promise: one text; equal texts, equal keys. Plan: uploads are few, both maxima by index.
SELECT coalesce(max(f.completed_seq), 0) || '/' || coalesce((SELECT max(map_no) FROM kanji_map), 0)
FROM intake_file f
WHERE f.kind = 'REGISTER'
