-- Applications whose account or wallet occurs in an application of another household, or was set by a person for
-- one. Refused applications share with nobody. Expected: a few.
WITH used AS (
    SELECT a.application_id, a.rail, a.payee_fingerprint AS fingerprint, m.household_no
    FROM received_application a JOIN match m USING (application_id)
    WHERE a.program_id = :program AND a.payee_fingerprint IS NOT NULL AND m.household_no IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM finding f
                      WHERE f.application_id = a.application_id AND f.decision = 'REFUSE')
    UNION ALL
    SELECT c.application_id, c.rail, c.fingerprint, m.household_no
    FROM account c JOIN match m USING (application_id)
    WHERE c.version > 1 AND c.fingerprint IS NOT NULL AND m.household_no IS NOT NULL
), several AS (
    SELECT rail, fingerprint FROM used
    GROUP BY rail, fingerprint HAVING min(household_no::text) <> max(household_no::text)
)
SELECT DISTINCT u.application_id FROM used u JOIN several USING (rail, fingerprint)
