-- The last uploads before a number, the newest first, of a program and of none.
-- Promise: at most :rows rows. Plan: uploads are few; primary key.
SELECT file_id, kind, name, bytes, received_at, received_by, rows_accepted, rows_repeated, rows_rejected,
       completed_at, next_offset
FROM intake_file
WHERE (program_id IS NULL OR program_id = CAST(:program AS smallint)) AND file_id < :key
ORDER BY file_id DESC
LIMIT :rows
