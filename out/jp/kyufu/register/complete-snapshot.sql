-- Makes a snapshot visible.
-- Promise: one row.
UPDATE register_snapshot SET completed_at = :at WHERE snapshot_id = :file AND completed_at IS NULL
