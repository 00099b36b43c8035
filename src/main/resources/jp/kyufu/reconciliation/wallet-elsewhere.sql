-- Whether a wallet is where points of another household's application go or went (file contract §9: a wallet belongs to one).
-- Promise: one row.
SELECT EXISTS (
    SELECT 1
    FROM account c
    JOIN decision d USING (application_id)
    WHERE c.rail = 'POINTS' AND c.fingerprint = :fingerprint
      AND d.household_no IS DISTINCT FROM (SELECT own.household_no FROM decision own WHERE own.application_id = :application))
