-- A payment is in the state its last movement led to, has as many movements as it says (they have no gap: another check),
-- and every movement is of its whole amount.
SELECT e.payment_no, p.state, p.postings
FROM payment_event e LEFT JOIN payment p USING (payment_no)
WHERE p.payment_no IS NULL OR e.seq > p.postings OR e.amount <> p.amount OR (e.seq = p.postings AND e.to_state <> p.state)
UNION ALL
SELECT p.payment_no, p.state, p.postings
FROM payment p
WHERE NOT EXISTS (SELECT 1 FROM payment_event e WHERE e.payment_no = p.payment_no AND e.seq = p.postings)
