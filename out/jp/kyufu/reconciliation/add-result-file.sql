-- Stores an answer.
-- Promise: its number, or no row where the same bytes are there.
INSERT INTO result_file (program_id, rail, name, sha256, received_by, lines)
VALUES (:program, CAST(:rail AS rail), :name, :sha256, :person, :lines)
ON CONFLICT (program_id, rail, sha256) DO NOTHING
RETURNING result_file_no
