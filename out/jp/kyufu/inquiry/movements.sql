-- Every movement of the payments of an application, in order, with the file each payment was last taken into.
SELECT p.payment_no, p.attempt, p.rail::text AS rail, p.amount, c.last3, e.to_state::text AS to_state,
       g.at, g.person, g.act, g.why, g.cause
FROM payment p
JOIN payment_event e USING (payment_no)
JOIN posting g USING (posting_id)
LEFT JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE p.application_id = :application
ORDER BY p.payment_no, e.seq
