-- Accounts and charge codes that people entered, the newest first, before a moment, masked, with the newest payment to
-- each. What the applicant wrote is version 1 and stands in no list.
SELECT c.application_id, a.receipt_no, c.version, c.rail, c.last3, c.changed_at, c.changed_by, c.reason, c.evidence,
       p.payment_no, p.state
FROM account c
JOIN application a USING (application_id)
LEFT JOIN LATERAL (
    SELECT o.payment_no, o.state FROM payment o
    WHERE o.application_id = c.application_id AND o.account_version = c.version
    ORDER BY o.payment_no DESC LIMIT 1) p ON true
WHERE c.changed_by IS NOT NULL AND a.program_id = :program AND (c.changed_at, c.application_id) < (:before, :application)
ORDER BY c.changed_at DESC, c.application_id DESC
LIMIT :rows
