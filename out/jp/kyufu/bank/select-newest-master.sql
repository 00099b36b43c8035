-- The newest complete bank master.
-- Promise: one row, or none before the first import.
SELECT master_id, sha256, imported_at, imported_by
FROM bank_master
WHERE completed
ORDER BY master_id DESC
LIMIT 1
