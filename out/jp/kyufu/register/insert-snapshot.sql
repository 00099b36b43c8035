-- The snapshot that an extract becomes.
-- Promise: one row, or none if the import goes on after an interruption.
INSERT INTO register_snapshot (snapshot_id, as_of) VALUES (:file, :asOf)
ON CONFLICT (snapshot_id) DO NOTHING
