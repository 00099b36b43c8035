-- Names of the few residents whose strings must be compared.
-- Promise: one row per number that the register knows. Plan: by primary key.
SELECT resident_no, name, kana FROM current_resident WHERE resident_no = ANY (:numbers)
