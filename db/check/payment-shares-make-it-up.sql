-- The shares of a payment are as many as its residents and add up to it. (Each is of its program and lives as its state says:
-- share-is-of-its-payment.) A share above what an integer holds makes up no payment.
SELECT p.payment_no, p.amount, p.residents, s.sum, s.count
FROM payment p
LEFT JOIN (
    SELECT payment_no, sum(least(amount, 2147483647)::integer) AS sum, count(*) AS count
    FROM payment_share GROUP BY payment_no) s USING (payment_no)
WHERE s.sum IS DISTINCT FROM p.amount OR s.count <> p.residents
