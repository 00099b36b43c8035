-- Households of a snapshot with no head or several among those who are still on the register.
-- Promise: one row.
-- Plan: one scan, one hash aggregate.
SELECT count(*)
FROM (SELECT 1
      FROM resident JOIN register_snapshot USING (snapshot_id)
      WHERE snapshot_id = :file AND (left_on IS NULL OR left_on > as_of)
      GROUP BY household_no
      HAVING count(*) FILTER (WHERE head) <> 1) AS unclear
