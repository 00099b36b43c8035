-- Every payment for what one payment was for, in order of attempt, with the last digits of where it goes and its movements.
SELECT o.payment_no, o.attempt, o.rail, o.amount, o.residents, o.state, c.last3, c.changed_by, c.reason AS changed_why,
       e.seq, e.to_state, g.business_day, g.person, g.cause, g.why
FROM payment p
JOIN payment o ON o.application_id = p.application_id AND o.correction = p.correction
LEFT JOIN account c ON c.application_id = o.application_id AND c.version = o.account_version
JOIN payment_event e ON e.payment_no = o.payment_no
JOIN posting g USING (posting_id)
WHERE p.payment_no = :payment AND p.program_id = :program
ORDER BY o.attempt, e.seq
