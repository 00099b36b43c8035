-- A newer complete extract takes over as the current one of everybody whom it names.
-- Promise: afterwards each of them has one current row among the complete snapshots.
-- Plan: one hash join of resident with itself.
UPDATE resident AS old
SET current = false
FROM resident AS new
WHERE new.snapshot_id = :file
  AND old.resident_no = new.resident_no
  AND old.current
  AND old.snapshot_id IN (SELECT snapshot_id FROM register_snapshot
                          WHERE completed_at IS NOT NULL AND snapshot_id <> :file)
