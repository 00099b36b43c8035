-- Takes over what looking again has changed. Another weight alone is no change of the outcome, but is taken over too.
-- Promise: rows that come out the same are not touched; running it twice changes nothing.
UPDATE match m
SET snapshot_id = r.snapshot_id, resident_no = r.resident_no, household_no = r.household_no,
    method = r.method, weight = r.weight, gap = r.gap, pattern = r.pattern, model = r.model, code = r.code
FROM rematch r
WHERE r.application_id = m.application_id
  AND (m.snapshot_id, m.resident_no, m.household_no, m.method, m.weight, m.gap, m.pattern, m.model, m.code)
      IS DISTINCT FROM
      (r.snapshot_id, r.resident_no, r.household_no, r.method, r.weight, r.gap, r.pattern, r.model, r.code)
