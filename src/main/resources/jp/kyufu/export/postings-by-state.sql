-- The same counted from the postings alone: what came into a state less what went out of it.
-- Plan: one pass over the movements, grouped by where from and where to before they are unfolded.
SELECT e.rail, m.state, sum(m.moved * e.count)::bigint AS count, sum(m.moved * e.sum)::bigint AS sum
FROM (SELECT p.rail, e.from_state, e.to_state, count(*) AS count, sum(e.amount) AS sum
      FROM payment_event e JOIN payment p USING (payment_no)
      WHERE p.program_id = :program
      GROUP BY p.rail, e.from_state, e.to_state) e
CROSS JOIN LATERAL (VALUES (e.to_state, 1), (e.from_state, -1)) AS m (state, moved)
WHERE m.state IS NOT NULL
GROUP BY e.rail, m.state
HAVING sum(m.moved * e.count) <> 0
ORDER BY e.rail, m.state
