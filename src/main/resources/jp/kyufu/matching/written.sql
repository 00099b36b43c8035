-- The few residents worth comparing with an applicant, as the register has them.
-- Promise: one row per number that the register knows. Plan: by primary key.
SELECT resident_no, name, kana, birth_date,
       CASE WHEN building = '' THEN address ELSE address || ' ' || building END, sex
FROM current_resident
WHERE resident_no = ANY (:numbers)
