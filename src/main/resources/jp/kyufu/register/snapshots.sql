-- Extracts of the register, the newest first.
-- Plan: extracts are few; primary keys.
SELECT s.snapshot_id, s.as_of, s.completed_at, f.name, f.received_by, f.rows_accepted, f.rows_rejected
FROM register_snapshot s JOIN intake_file f ON f.file_id = s.snapshot_id
ORDER BY s.as_of DESC, s.snapshot_id DESC
LIMIT 100
