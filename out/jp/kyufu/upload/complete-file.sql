-- Completes an upload under the next number. The counter stays locked until the commit.
-- Promise: one row with the number; none if the upload is complete already.
WITH counter AS (
    UPDATE intake_counter SET last_seq = last_seq + 1
    WHERE EXISTS (SELECT 1 FROM intake_file WHERE file_id = :file AND completed_seq IS NULL)
    RETURNING last_seq)
UPDATE intake_file SET completed_seq = counter.last_seq, completed_at = :at, next_offset = bytes
FROM counter
WHERE file_id = :file AND completed_seq IS NULL
RETURNING completed_seq
