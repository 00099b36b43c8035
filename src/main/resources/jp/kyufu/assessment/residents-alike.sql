-- Residents whose keys occur twice on the register, in one of the three ways in which two numbers may be one person
-- (raise-register-duplicates), and how many registers are complete, by which the asker knows which one was read.
-- Promise: one row. Plan: one reading of the register, three hash aggregates, which leave few.
WITH known AS MATERIALIZED (
    SELECT r.resident_no, r.name_key, r.kana_key, r.address_key, r.birth_date FROM current_resident r
), of_name_and_birth AS (
    SELECT name_key, birth_date FROM known
    WHERE name_key <> 0
    GROUP BY 1, 2 HAVING count(*) > 1
), of_kana_place_and_birth AS (
    SELECT kana_key, address_key, birth_date FROM known
    WHERE kana_key <> 0 AND address_key <> 0
    GROUP BY 1, 2, 3 HAVING count(*) > 1
), of_name_kana_and_place AS (
    SELECT name_key, kana_key, address_key FROM known
    WHERE name_key <> 0 AND kana_key <> 0 AND address_key <> 0
    GROUP BY 1, 2, 3 HAVING count(*) > 1
)
SELECT (SELECT count(*) FROM register_snapshot WHERE completed_at IS NOT NULL) AS registers,
       coalesce(array_agg(k.resident_no::text), '{}') AS numbers
FROM known k
WHERE (k.name_key, k.birth_date) IN (SELECT * FROM of_name_and_birth)
   OR (k.kana_key, k.address_key, k.birth_date) IN (SELECT * FROM of_kana_place_and_birth)
   OR (k.name_key, k.kana_key, k.address_key) IN (SELECT * FROM of_name_kana_and_place)
