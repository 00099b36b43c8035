-- The register as it is known today, counted.
-- Promise: one row. Plan: one reading of all residents; who asks keeps the answer.
SELECT count(*) AS residents,
       count(DISTINCT household_no) FILTER (WHERE left_on IS NULL) AS households,
       count(*) FILTER (WHERE left_on IS NOT NULL) AS gone,
       count(*) FILTER (WHERE foreigner AND left_on IS NULL) AS foreigners
FROM current_resident
