-- Everything that happened to an application, in order of time.
-- Promise: one row an event; what does not apply is null. Plan: by index for each kind.
SELECT f.received_at AS at, 'RECEIVED' AS kind, f.name AS what, NULL AS state, NULL::bigint AS no, NULL::bigint AS amount,
       NULL AS rail, f.received_by AS person, NULL AS why
FROM application a JOIN intake_file f USING (file_id) WHERE a.application_id = :application
UNION ALL
SELECT h.replaced_at, 'DECISION_BEFORE', array_to_string(h.codes, '|'), h.state::text, NULL, h.amount, NULL, NULL, NULL
FROM decision_history h WHERE h.application_id = :application
UNION ALL
-- A decision is of the moment at which it took the place of the one before, or of the beginning of the run that came to it.
SELECT coalesce((SELECT max(h.replaced_at) FROM decision_history h WHERE h.application_id = d.application_id), r.started_at),
       'DECISION', array_to_string(d.codes, '|'), d.state::text, NULL, d.amount, d.rail::text, NULL, NULL
FROM decision d JOIN assessment_run r USING (run_id)
WHERE d.application_id = :application AND r.finished_at IS NOT NULL
UNION ALL
SELECT w.decided_at, 'IDENTITY', w.resident_no, w.verdict, NULL, NULL, NULL, w.decided_by, w.reason
FROM match_decision w WHERE w.application_id = :application
UNION ALL
SELECT w.revoked_at, 'IDENTITY_BACK', w.resident_no, w.verdict, NULL, NULL, NULL, w.revoked_by, NULL
FROM match_decision w WHERE w.application_id = :application AND w.revoked_at IS NOT NULL
UNION ALL
SELECT n.raised_at, 'FINDING', n.code, n.state, n.finding_no, NULL, NULL, NULL, NULL
FROM finding n
WHERE n.application_id = :application
   OR n.payment_no IN (SELECT payment_no FROM payment WHERE application_id = :application)
UNION ALL
SELECT n.decided_at, 'FINDING_DECIDED', n.code, n.decision, n.finding_no, NULL, NULL, n.decided_by, n.reason
FROM finding n
WHERE n.decided_at IS NOT NULL AND n.decision IS NOT NULL
  AND (n.application_id = :application
       OR n.payment_no IN (SELECT payment_no FROM payment WHERE application_id = :application))
UNION ALL
SELECT c.changed_at, 'ACCOUNT', c.last3, c.version::text, c.version, NULL, c.rail::text, c.changed_by, c.reason
FROM account c WHERE c.application_id = :application AND c.version > 1
UNION ALL
SELECT g.at, 'PAYMENT', p.attempt::text, e.to_state::text, p.payment_no, p.amount, p.rail::text, g.person, g.why
FROM payment p JOIN payment_event e USING (payment_no) JOIN posting g USING (posting_id)
WHERE p.application_id = :application
UNION ALL
SELECT r.at, 'CORRECTED', a.receipt_no, r.source, r.application_id, NULL, NULL, r.person, r.reason
FROM rectification r JOIN application a USING (application_id) WHERE r.corrects = :application
UNION ALL
SELECT r.at, 'CORRECTS', a.receipt_no, r.source, r.corrects, NULL, NULL, r.person, r.reason
FROM rectification r JOIN application a ON a.application_id = r.corrects WHERE r.application_id = :application
UNION ALL
SELECT c.at, 'CONTACT', c.topic, c.relation, NULL, NULL, NULL, c.person, NULL
FROM contact c
WHERE c.application_id = :application
   OR c.household_no = (SELECT coalesce(d.household_no, m.household_no)
                        FROM application a LEFT JOIN decision d USING (application_id) LEFT JOIN match m USING (application_id)
                        WHERE a.application_id = :application)
ORDER BY 1, 5 NULLS FIRST, 2 DESC
