-- Findings about payments that have no object any more: the application is paid or no longer decided, or the payment
-- that was to be looked at is cancelled.
WITH unpaid AS (
    SELECT d.application_id, last.payment_no,
           CASE WHEN last.payment_no IS NULL THEN 'SHARE_TAKEN' ELSE 'PAYMENT_CANCELLED' END AS code
    FROM decision d
    LEFT JOIN (SELECT DISTINCT ON (application_id) application_id, payment_no, state
               FROM payment WHERE program_id = :program AND correction = 0
               ORDER BY application_id, attempt DESC) last USING (application_id)
    WHERE d.program_id = :program AND d.state = 'DECIDED' AND d.amount > 0
      AND (last.payment_no IS NULL OR last.state = 'CANCELLED')
)
UPDATE finding f SET state = 'MOOT'
WHERE f.program_id = :program AND f.state = 'OPEN'
  AND (f.code IN ('SHARE_TAKEN', 'PAYMENT_CANCELLED')
           AND NOT EXISTS (SELECT 1 FROM unpaid u
                           WHERE u.code = f.code AND u.application_id = f.application_id
                             AND u.payment_no IS NOT DISTINCT FROM f.payment_no)
       OR f.code IN ('ENTITLEMENT_LOST', 'BRANCH_CLOSED')
           AND EXISTS (SELECT 1 FROM payment p WHERE p.payment_no = f.payment_no AND p.state = 'CANCELLED'))
