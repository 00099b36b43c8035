-- The newest decision of a person that still holds, is the newest about its application, and can be taken back because no
-- payment of the application has been in a file.
-- Promise: one row at most. Plan: people's decisions are few; the rest by index.
SELECT d.application_id, a.receipt_no, d.verdict, d.resident_no, d.decided_at
FROM match_decision d
JOIN application a USING (application_id)
WHERE d.decided_by = :person AND d.revoked_at IS NULL AND a.program_id = :program
  AND NOT EXISTS (SELECT 1 FROM match_decision n
                  WHERE n.application_id = d.application_id AND n.revoked_at IS NULL AND n.decision_no > d.decision_no)
  AND NOT EXISTS (SELECT 1 FROM payment p
                  WHERE p.application_id = d.application_id AND p.state <> 'PLANNED' AND p.state <> 'CANCELLED')
ORDER BY d.decision_no DESC
LIMIT 1
