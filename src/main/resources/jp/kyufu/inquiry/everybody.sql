-- The register as it is known today, for the search index: how each is spelt, born and where registered, and who is protected.
-- Promise: one row per resident, in no order; households mostly together. Plan: one sequential scan, streamed.
SELECT resident_no, household_no, name, kana, birth_date, name_key, kana_key, address_key,
       CASE WHEN building = '' THEN address ELSE address || ' ' || building END, protected
FROM current_resident
