-- Payments that came back or were cancelled and wait for the office, the oldest first, after a finding. No name and no
-- account: who is behind a receipt number shows its own page. :why null: whatever the reason.
SELECT a.application_id, f.finding_no, p.payment_no, p.rail, p.amount, p.residents, p.attempt, p.state, f.detail,
       (f.raised_at AT TIME ZONE 'Asia/Tokyo')::date AS raised_on, a.receipt_no
FROM finding f
JOIN payment p ON f.payment_no = p.payment_no
               OR f.payment_no IS NULL AND f.application_id = p.application_id AND p.state = 'CANCELLED'
               AND p.attempt = (SELECT max(o.attempt) FROM payment o
                                WHERE o.application_id = p.application_id AND o.correction = p.correction)
JOIN application a ON a.application_id = p.application_id
WHERE f.program_id = :program AND f.state = 'OPEN' AND f.code IN ('PAYMENT_RETURNED', 'PAYMENT_CANCELLED')
  AND f.finding_no > :after AND (CAST(:why AS text) IS NULL OR f.detail = :why)
ORDER BY f.finding_no, p.payment_no
LIMIT :rows
