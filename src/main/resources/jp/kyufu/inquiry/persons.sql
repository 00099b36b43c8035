-- Residents by number, as the register has them today. Promise: at most one row each. Plan: by primary key.
SELECT resident_no, name, kana, birth_date,
       CASE WHEN building = '' THEN address ELSE address || ' ' || building END AS dwelling, head, protected
FROM current_resident
WHERE resident_no = ANY (:numbers)
