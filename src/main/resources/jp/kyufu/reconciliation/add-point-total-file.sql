-- Stores a file of totals.
-- Promise: its number, or no row where the same bytes are there.
INSERT INTO point_total_file (name, sha256, received_by) VALUES (:name, :sha256, :person)
ON CONFLICT (sha256) DO NOTHING
RETURNING total_file_no
