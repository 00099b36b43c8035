-- Every payment has the decision it came from.
SELECT p.payment_no
FROM payment p LEFT JOIN decision d ON d.application_id = p.application_id AND d.program_id = p.program_id
WHERE d.application_id IS NULL
