-- Faults of the rejected rows of an upload between two lines, both included.
SELECT f.name, f.encoding, r.line, r.column_name, r.code, r.args, r.sealed
FROM intake_reject r
JOIN intake_file f USING (file_id)
WHERE r.file_id = :file AND r.line BETWEEN :from AND :to
ORDER BY r.line, r.column_name, r.code
