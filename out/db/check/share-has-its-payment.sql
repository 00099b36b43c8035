-- No share without its payment.
SELECT s.payment_no, s.resident_no
FROM payment_share s LEFT JOIN payment p USING (payment_no, program_id, correction)
WHERE p.payment_no IS NULL
