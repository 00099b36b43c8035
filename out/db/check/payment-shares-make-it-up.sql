-- The shares of a payment are as many as its residents, add up to it, are of its program, and live as its state says.
SELECT p.payment_no, p.amount, p.residents, s.sum, s.count
FROM payment p
LEFT JOIN (
    SELECT payment_no, program_id, correction, sum(amount) AS sum, count(*) AS count,
           bool_and(live) AS all_live, bool_or(live) AS one_live
    FROM payment_share GROUP BY payment_no, program_id, correction) s USING (payment_no, program_id, correction)
WHERE s.sum IS DISTINCT FROM p.amount OR s.count <> p.residents
   OR s.all_live <> payment_live(p.state) OR s.one_live <> payment_live(p.state)
