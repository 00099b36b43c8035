-- Stores a file about lots.
-- Promise: its number, or no row where the same bytes are there.
INSERT INTO point_lot_file (program_id, name, sha256, received_by, lines)
VALUES (:program, :name, :sha256, :person, :lines)
ON CONFLICT (program_id, sha256) DO NOTHING
RETURNING lot_file_no
