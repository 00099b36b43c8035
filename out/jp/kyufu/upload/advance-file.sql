-- Moves the checkpoint of an upload, in the transaction that stores the rows before it.
-- Promise: one row, which that transaction has locked.
UPDATE intake_file SET
    next_offset = :offset, next_line = :line,
    rows_accepted = :accepted, rows_repeated = :repeated, rows_rejected = :rejected
WHERE file_id = :file
