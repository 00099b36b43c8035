-- How many payments that came back wait for the office, by the reason told.
SELECT detail, count(*) FROM finding
WHERE program_id = :program AND state = 'OPEN' AND code IN ('PAYMENT_RETURNED', 'PAYMENT_CANCELLED')
GROUP BY detail ORDER BY count(*) DESC, detail
