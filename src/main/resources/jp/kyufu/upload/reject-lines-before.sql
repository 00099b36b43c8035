-- The last lines with a reject before a line, the last first of an upload.
-- Promise: at most :rows numbers. Plan: primary key from the line on.
SELECT DISTINCT line FROM intake_reject
WHERE file_id = :file AND line < :key
ORDER BY line DESC
LIMIT :rows
