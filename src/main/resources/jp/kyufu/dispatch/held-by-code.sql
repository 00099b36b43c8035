-- What the gate says against the planned payments of a program, counted: a payment with two reasons is told under both.
-- Plan: gate_blocked reads what stops, which is little.
SELECT p.rail::text AS rail, b.code, count(DISTINCT p.payment_no) AS payments, sum(p.amount) AS amount
FROM gate_blocked(ARRAY(SELECT q.payment_no FROM payment q
                        WHERE q.program_id = CAST(:program AS smallint) AND q.state = 'PLANNED')) b
JOIN payment p USING (payment_no)
GROUP BY p.rail, b.code
ORDER BY p.rail, count(DISTINCT p.payment_no) DESC, b.code
