-- Every share has its payment, is of the same program and correction, and lives as the payment's state says.
SELECT s.payment_no, s.resident_no, s.live, p.state
FROM payment_share s LEFT JOIN payment p USING (payment_no, program_id, correction)
WHERE s.live IS DISTINCT FROM payment_live(p.state)
