-- Residents entitled, and open findings.
-- Promise: one row; counts by index.
SELECT (SELECT count(*) FROM entitlement WHERE program_id = :program AND ineligible_snapshot IS NULL) AS entitled,
       (SELECT count(*) FROM finding WHERE program_id = :program AND state = 'OPEN') AS findings
