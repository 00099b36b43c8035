-- Rejected rows of a program's uploads and of those that belong to no program.
-- Promise: one row for each fault of a row, in the order of uploads and lines.
SELECT f.name, f.encoding, r.line, r.column_name, r.code, r.args, r.sealed
FROM intake_reject r
JOIN intake_file f USING (file_id)
WHERE f.program_id IS NULL OR f.program_id = :program
ORDER BY r.file_id, r.line, r.column_name, r.code
