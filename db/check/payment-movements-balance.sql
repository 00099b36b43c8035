-- What came into a state minus what went out is what is there, in number and in money, per program and rail.
-- Plan: one pass over the movements, added up by where they came from and went to; then a handful of rows.
WITH way AS (
    SELECT p.program_id, p.rail, e.from_state, e.to_state, count(*) AS count, sum(e.amount) AS sum
    FROM payment_event e JOIN payment p USING (payment_no)
    GROUP BY p.program_id, p.rail, e.from_state, e.to_state
), moved AS (
    SELECT w.program_id, w.rail, m.state, sum(m.sign * w.count) AS count, sum(m.sign * w.sum) AS sum
    FROM way w CROSS JOIN LATERAL (VALUES (w.to_state, 1), (w.from_state, -1)) AS m (state, sign)
    WHERE m.state IS NOT NULL
    GROUP BY w.program_id, w.rail, m.state
), there AS (
    SELECT program_id, rail, state, count(*) AS count, sum(amount) AS sum
    FROM payment GROUP BY program_id, rail, state
)
SELECT program_id, rail, state, m.count AS moved_count, t.count, m.sum AS moved_sum, t.sum
FROM moved m FULL JOIN there t USING (program_id, rail, state)
WHERE coalesce(m.count, 0) <> coalesce(t.count, 0) OR coalesce(m.sum, 0) <> coalesce(t.sum, 0)
