-- Takes over folded keys of names; nothing else of an application ever changes.
-- Promise: as many rows as were written. Plan: one hash join.
UPDATE application a
SET name_key = f.name_key
FROM refolded_form f
WHERE a.application_id = f.application_id
