-- The register as it is known today, by its keys; other_keys: of each further name its key and that of its reading.
-- Promise: one row per resident, in no order. Plan: one sequential scan, hashed with the few who have further names.
SELECT resident_no, household_no, birth_date, name_written_key, name_key, kana_key, address_key,
       given_key, town_key, family_key, protected,
       left_on IS NOT NULL AND left_on <= :reference_date, other_keys
FROM current_resident
LEFT JOIN (SELECT a.resident_no, a.snapshot_id, array_agg(k.key ORDER BY a.kind, k.place) AS other_keys
           FROM resident_alias a
               CROSS JOIN LATERAL unnest(ARRAY[a.name_key, a.kana_key]) WITH ORDINALITY AS k (key, place)
           GROUP BY a.resident_no, a.snapshot_id) o USING (resident_no, snapshot_id)
