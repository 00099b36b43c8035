-- Takes over folded keys of further names. Promise: as many rows as were written for them.
UPDATE resident_alias a
SET name_key = n.name_key
FROM refolded_name n
WHERE a.kind = n.kind AND a.resident_no = n.resident_no AND a.snapshot_id = n.snapshot_id
