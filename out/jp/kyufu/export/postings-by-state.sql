-- The same counted from the postings alone: what came into a state less what went out of it.
SELECT p.rail, m.state, sum(m.moved)::bigint AS count, sum(m.moved * e.amount)::bigint AS sum
FROM payment_event e
JOIN payment p USING (payment_no)
CROSS JOIN LATERAL (VALUES (e.to_state, 1), (e.from_state, -1)) AS m (state, moved)
WHERE p.program_id = :program AND m.state IS NOT NULL
GROUP BY p.rail, m.state
HAVING sum(m.moved) <> 0
ORDER BY p.rail, m.state
