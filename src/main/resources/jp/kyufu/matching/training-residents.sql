-- The register as it is known today, for training: what is compared, as it is written.
-- Promise: one row per resident, in order, so that a seed gives the same model.
SELECT resident_no, household_no, name, kana, birth_date,
       CASE WHEN building = '' THEN address ELSE address || ' ' || building END, sex,
       ARRAY(SELECT text FROM resident_alias a, LATERAL (VALUES (1, a.name), (2, a.kana)) AS t (place, text)
             WHERE a.resident_no = r.resident_no AND a.snapshot_id = r.snapshot_id ORDER BY a.kind, place)
FROM current_resident r
ORDER BY resident_no
