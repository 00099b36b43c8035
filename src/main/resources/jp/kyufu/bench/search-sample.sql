-- Matched applications drawn by a seed, with what a caller would say of them; none of a household with a protected member.
-- Promise: the same seed draws the same ones. Plan: hash joins, one sort.
SELECT a.receipt_no, r.household_no, r.name, r.kana, r.birth_date, r.address, a.sealed
FROM match m
JOIN application a USING (application_id)
JOIN current_resident r USING (resident_no)
WHERE r.birth_date IS NOT NULL
  AND r.household_no NOT IN (SELECT p.household_no FROM current_resident p WHERE p.protected)
ORDER BY hashint8extended(a.application_id, :seed)
LIMIT :size
