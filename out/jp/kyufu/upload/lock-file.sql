-- Locks an upload whose checkpoint is where the reader has left it.
-- Promise: one row; none if another process has moved it or completed the upload.
SELECT file_id FROM intake_file
WHERE file_id = :file AND next_offset = :offset AND completed_seq IS NULL
FOR UPDATE
