-- The first open findings of a program whose number is above a key; of one code unless it is empty.
-- Promise: at most :rows rows. Plan: index finding_open from the key on.
SELECT f.finding_no, f.code, f.state, f.application_id, a.receipt_no, f.payment_no,
       f.household_no, f.resident_no, f.other_resident_no, f.detail, (f.raised_at AT TIME ZONE 'Asia/Tokyo')::date AS raised_on,
       f.decision, f.decided_by, f.reason
FROM finding f LEFT JOIN application a USING (application_id)
WHERE f.program_id = :program AND f.state = 'OPEN' AND (:code = '' OR f.code = :code) AND f.finding_no > :key
ORDER BY f.finding_no
LIMIT :rows
