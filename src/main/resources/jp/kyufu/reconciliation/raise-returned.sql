-- Tells assessment of payments that came back by the statement alone.
SELECT count(raise_finding(p.program_id, 'PAYMENT_RETURNED', NULL, p.payment_no, NULL, NULL, 'RETURNED')::text)
FROM payment p WHERE p.payment_no = ANY (:payments)
