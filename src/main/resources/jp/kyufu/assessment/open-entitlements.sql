-- One entitlement for every resident who is eligible on the reference date (file contract §1): those who became
-- residents by then and had not left by then.
-- Promise: rows inserted = eligible residents of the current register; expected 0.9 to 1.0 of them.
-- Plan: in the order of the extract, which is as a rule that of numbers or of households; a sort costs more than it gains.
INSERT INTO entitlement (program_id, resident_no, household_no, since_snapshot)
SELECT :program, r.resident_no, r.household_no, r.snapshot_id
FROM current_resident r
WHERE r.resident_from <= :referenceDate
  AND (r.left_on IS NULL OR r.left_on > :referenceDate)
