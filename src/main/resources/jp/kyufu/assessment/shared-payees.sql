-- Applications whose account or wallet occurs in an application of another household, or was set by a person for
-- one. Refused applications share with nobody. Expected: a few.
-- Plan: what occurs twice first, by one hash aggregate; only that is joined.
WITH repeated AS MATERIALIZED (
    SELECT fingerprint
    FROM (SELECT payee_fingerprint AS fingerprint FROM received_application WHERE program_id = :program
          UNION ALL
          SELECT fingerprint FROM account WHERE version > 1) all_of_them
    WHERE fingerprint IS NOT NULL
    GROUP BY fingerprint HAVING count(*) > 1
), candidate AS MATERIALIZED (
    SELECT a.application_id, a.rail, a.payee_fingerprint AS fingerprint
    FROM received_application a
    WHERE a.program_id = :program AND a.payee_fingerprint IN (SELECT fingerprint FROM repeated)
      AND NOT EXISTS (SELECT 1 FROM finding f
                      WHERE f.application_id = a.application_id AND f.decision = 'REFUSE')
    UNION ALL
    SELECT c.application_id, c.rail, c.fingerprint
    FROM account c
    WHERE c.version > 1 AND c.fingerprint IN (SELECT fingerprint FROM repeated)
), used AS (
    SELECT c.application_id, c.rail, c.fingerprint, m.household_no
    FROM candidate c JOIN match m USING (application_id)
    WHERE m.household_no IS NOT NULL
), several AS (
    SELECT rail, fingerprint FROM used
    GROUP BY rail, fingerprint HAVING min(household_no::text) <> max(household_no::text)
)
SELECT DISTINCT u.application_id FROM used u JOIN several USING (rail, fingerprint)
