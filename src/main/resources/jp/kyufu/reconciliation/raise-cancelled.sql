-- A finding on a payment that was cancelled because its account changes: its resolution alone makes the next attempt.
SELECT count(raise_finding(p.program_id, 'PAYMENT_CANCELLED', p.application_id, p.payment_no, NULL, NULL, 'ACCOUNT_CHANGED')::text)
FROM payment p WHERE p.payment_no = :payment
