-- As-of date of the newest complete extract.
-- Promise: one row, or none before the first.
SELECT as_of FROM register_snapshot WHERE completed_at IS NOT NULL ORDER BY as_of DESC LIMIT 1
