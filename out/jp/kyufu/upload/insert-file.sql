-- Takes an uploaded file in.
-- Promise: one row, or none if the same bytes are there for this kind and program.
INSERT INTO intake_file (program_id, kind, name, sha256, bytes, received_at, received_by, encoding, next_offset, next_line)
VALUES (:program, :kind, :name, :sha256, :bytes, :at, :person, :encoding, :offset, :line)
ON CONFLICT (kind, program_id, sha256) DO NOTHING
