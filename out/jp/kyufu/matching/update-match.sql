-- Takes over what looking again has changed; weight belongs to scoring and goes with the old outcome.
-- Promise: rows that come out the same are not touched; running it twice changes nothing.
UPDATE match m
SET snapshot_id = r.snapshot_id, resident_no = r.resident_no, household_no = r.household_no,
    method = r.method, weight = r.weight, code = r.code
FROM rematch r
WHERE r.application_id = m.application_id
  AND (m.snapshot_id, m.resident_no, m.household_no, m.method, m.code)
      IS DISTINCT FROM (r.snapshot_id, r.resident_no, r.household_no, r.method, r.code)
