-- What came into a state minus what went out is what is there, in number and in money, per program and rail.
WITH moved AS (
    SELECT p.program_id, p.rail, m.state, sum(m.sign) AS count, sum(m.sign * e.amount) AS sum
    FROM payment_event e
    JOIN payment p USING (payment_no)
    CROSS JOIN LATERAL (VALUES (e.to_state, 1), (e.from_state, -1)) AS m (state, sign)
    WHERE m.state IS NOT NULL
    GROUP BY p.program_id, p.rail, m.state
), there AS (
    SELECT program_id, rail, state, count(*) AS count, sum(amount) AS sum
    FROM payment GROUP BY program_id, rail, state
)
SELECT program_id, rail, state, m.count AS moved_count, t.count, m.sum AS moved_sum, t.sum
FROM moved m FULL JOIN there t USING (program_id, rail, state)
WHERE coalesce(m.count, 0) <> coalesce(t.count, 0) OR coalesce(m.sum, 0) <> coalesce(t.sum, 0)
