-- The few residents worth comparing with an applicant, as the register has them, with their other names and readings.
-- Promise: one row per number that the register knows. Plan: by primary key.
SELECT resident_no, name, kana, birth_date,
       CASE WHEN building = '' THEN address ELSE address || ' ' || building END, sex, protected,
       ARRAY(SELECT text FROM resident_alias a, LATERAL (VALUES (1, a.name), (2, a.kana)) AS t (place, text)
             WHERE a.resident_no = r.resident_no AND a.snapshot_id = r.snapshot_id ORDER BY a.kind, place)
FROM current_resident r
WHERE resident_no = ANY (:numbers)
