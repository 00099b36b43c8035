-- Takes over folded keys of names. Promise: as many rows as were written for residents. Plan: one hash join.
UPDATE resident r
SET name_key = n.name_key, given_key = n.given_key, family_key = n.family_key
FROM refolded_name n
WHERE n.kind = '' AND r.resident_no = n.resident_no AND r.snapshot_id = n.snapshot_id
