-- One upload by its number.
SELECT file_id, kind, name, bytes, received_at, received_by, rows_accepted, rows_repeated, rows_rejected,
       completed_at, next_offset
FROM intake_file
WHERE file_id = :file
