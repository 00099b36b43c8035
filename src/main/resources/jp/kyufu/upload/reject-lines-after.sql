-- The first lines with a reject after a line of an upload.
-- Promise: at most :rows numbers. Plan: primary key from the line on.
SELECT DISTINCT line FROM intake_reject
WHERE file_id = :file AND line > :key
ORDER BY line
LIMIT :rows
