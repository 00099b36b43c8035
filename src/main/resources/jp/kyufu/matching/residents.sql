-- The register as it is known today, by its keys.
-- Promise: one row per resident, in no order. Plan: one sequential scan.
SELECT resident_no, household_no, birth_date, name_written_key, name_key, kana_key, address_key,
       given_key, town_key, family_key, protected,
       left_on IS NOT NULL AND left_on <= :reference_date
FROM current_resident
