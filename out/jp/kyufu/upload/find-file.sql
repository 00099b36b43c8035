-- The upload of some bytes for a kind and program (null: none).
-- Promise: one row at most.
SELECT file_id, name, received_at, received_by, completed_seq,
       next_offset, next_line, rows_accepted, rows_repeated, rows_rejected
FROM intake_file
WHERE kind = :kind AND program_id IS NOT DISTINCT FROM :program::smallint AND sha256 = :sha256
