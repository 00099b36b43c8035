-- A payment is in the state its last movement led to, has as many movements as it says, and every movement is of
-- its whole amount.
SELECT p.payment_no, p.state, p.postings
FROM payment p
LEFT JOIN (
    SELECT payment_no, count(*) AS movements, max(amount) AS most, min(amount) AS least,
           (array_agg(to_state ORDER BY seq DESC))[1] AS state
    FROM payment_event GROUP BY payment_no) e USING (payment_no)
WHERE e.state IS DISTINCT FROM p.state OR e.movements <> p.postings OR e.most <> p.amount OR e.least <> p.amount
