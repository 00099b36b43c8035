-- A finding for every application that is decided and will not be paid by itself: its last payment was cancelled, or
-- a member is paid through another application. What a person has confirmed is not asked again.
-- Promise: running it twice raises nothing the second time.
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
SELECT count(raise_finding(:program, u.code, u.application_id, u.payment_no, NULL, NULL, '')::text)
FROM unpaid u
WHERE NOT EXISTS (SELECT 1 FROM finding f
                  WHERE f.application_id = u.application_id AND f.code = u.code AND f.code = 'SHARE_TAKEN'
                    AND f.state = 'RESOLVED')
