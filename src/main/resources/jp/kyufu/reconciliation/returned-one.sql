-- A payment with the receipt number of its application and, where one is open, the finding that lets it be tried again.
SELECT a.application_id, p.payment_no, p.rail, p.amount, p.residents, p.attempt, p.state, a.receipt_no, f.finding_no, f.detail,
       (f.raised_at AT TIME ZONE 'Asia/Tokyo')::date AS raised_on
FROM payment p
JOIN application a USING (application_id)
LEFT JOIN LATERAL (
    SELECT n.* FROM finding n
    WHERE n.state = 'OPEN'
      AND (n.code = 'PAYMENT_RETURNED' AND n.payment_no = p.payment_no
           OR n.code = 'PAYMENT_CANCELLED'
              AND (n.payment_no = p.payment_no OR n.payment_no IS NULL AND n.application_id = p.application_id))
    ORDER BY n.finding_no LIMIT 1) f ON true
WHERE p.payment_no = :payment AND p.program_id = :program
