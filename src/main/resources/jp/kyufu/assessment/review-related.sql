-- Other applications of the same household, and those whose money would go where this one's goes.
-- Promise: at most 20 rows, in order of receipt. Plan: decisions and accounts are read once each, the rest by index.
WITH related AS (
    SELECT d.application_id FROM decision d
    WHERE d.program_id = :program AND d.household_no = CAST(:household AS text)
    UNION
    SELECT c.application_id FROM account c
    WHERE c.fingerprint = (SELECT a.payee_fingerprint FROM application a WHERE a.application_id = :application)
)
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, coalesce(d.state::text, '') AS state,
       coalesce(d.codes, '{}') AS codes, d.rail::text AS rail, d.amount, m.household_no,
       d.household_no IS DISTINCT FROM CAST(:household AS text) AS elsewhere
FROM related
JOIN received_application a USING (application_id)
LEFT JOIN decision d USING (application_id)
LEFT JOIN match m USING (application_id)
WHERE a.application_id <> :application AND a.program_id = :program
ORDER BY a.received_at, a.receipt_no
LIMIT 20
