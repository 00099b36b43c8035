-- What came into a state minus what went out is what is there, in number and in money, per program and rail; and payment by
-- payment: it is in the state its last movement led to, has as many movements as it says (they have no gap: another
-- check), and every movement is of its whole amount.
-- Plan: one pass over the movements, added up by where they came from and went to; then a handful of rows. No movement is
-- above its payment's number of them, so the payments have all of theirs if there are as many in all. Payments are
-- named in a pass of their own, made only when there is one to name.
WITH way AS (
    SELECT p.program_id, p.rail, e.from_state, e.to_state, count(*) AS count, sum(e.amount) AS sum,
           bool_or(p.payment_no IS NULL OR e.seq > p.postings OR e.amount <> p.amount
                   OR (e.seq = p.postings AND e.to_state <> p.state)) AS wrong
    FROM payment_event e LEFT JOIN payment p USING (payment_no)
    GROUP BY p.program_id, p.rail, e.from_state, e.to_state
), moved AS (
    SELECT w.program_id, w.rail, m.state, sum(m.sign * w.count) AS count, sum(m.sign * w.sum) AS sum
    FROM way w CROSS JOIN LATERAL (VALUES (w.to_state, 1), (w.from_state, -1)) AS m (state, sign)
    WHERE m.state IS NOT NULL
    GROUP BY w.program_id, w.rail, m.state
), there AS (
    SELECT program_id, rail, state, count(*) AS count, sum(amount) AS sum, sum(postings) AS postings
    FROM payment GROUP BY program_id, rail, state
), somewhere AS (
    SELECT (SELECT coalesce(bool_or(w.wrong), false) FROM way w)
           OR (SELECT sum(w.count) FROM way w) IS DISTINCT FROM (SELECT sum(t.postings) FROM there t) AS wrong
)
SELECT NULL AS payment_no, program_id, rail, state, m.count AS moved, t.count AS there, m.sum AS moved_sum, t.sum
FROM moved m FULL JOIN there t USING (program_id, rail, state)
WHERE coalesce(m.count, 0) <> coalesce(t.count, 0) OR coalesce(m.sum, 0) <> coalesce(t.sum, 0)
UNION ALL
SELECT e.payment_no, p.program_id, p.rail, p.state, e.seq, p.postings, e.amount, p.amount
FROM payment_event e LEFT JOIN payment p USING (payment_no)
WHERE (SELECT s.wrong FROM somewhere s)
  AND (p.payment_no IS NULL OR e.seq > p.postings OR e.amount <> p.amount OR (e.seq = p.postings AND e.to_state <> p.state))
UNION ALL
SELECT p.payment_no, p.program_id, p.rail, p.state, NULL, p.postings, NULL, p.amount
FROM payment p
WHERE (SELECT s.wrong FROM somewhere s)
  AND NOT EXISTS (SELECT 1 FROM payment_event e WHERE e.payment_no = p.payment_no AND e.seq = p.postings)
