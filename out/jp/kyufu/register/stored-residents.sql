-- Which of some numbers a snapshot already has: asked only after a number came twice.
-- Promise: at most one row for each number.
-- Plan: the primary key once for each number; a hash join over the table would be wrong.
SELECT r.resident_no
FROM unnest(:numbers::text[]) AS wanted (resident_no)
    CROSS JOIN LATERAL (SELECT resident_no FROM resident
                        WHERE resident_no = wanted.resident_no AND snapshot_id = :file
                        LIMIT 1) AS r
