-- Every line of every daily close: what opens is what closed before, and what closes is the sum of all postings until then.
WITH moved AS (
    SELECT g.program_id, p.rail, m.state, g.business_day, sum(m.sign) AS count, sum(m.sign * p.residents) AS residents,
           sum(m.sign * e.amount) AS sum
    FROM posting g
    JOIN payment_event e USING (posting_id)
    JOIN payment p USING (payment_no)
    CROSS JOIN LATERAL (VALUES (e.to_state, 1), (e.from_state, -1)) AS m (state, sign)
    WHERE m.state IS NOT NULL AND g.program_id IN (SELECT c.program_id FROM day_close c)
    GROUP BY g.program_id, p.rail, m.state, g.business_day
), counted AS (
    SELECT c.program_id, c.closed_on, m.rail, m.state, sum(m.count) AS count, sum(m.residents) AS residents,
           sum(m.sum) AS sum
    FROM day_close c JOIN moved m ON m.program_id = c.program_id AND m.business_day <= c.closed_on
    GROUP BY c.program_id, c.closed_on, m.rail, m.state
)
SELECT program_id, closed_on, rail, state, 'closing' AS wrong, l.closing_count, k.count, l.closing_sum, k.sum
FROM day_close_line l FULL JOIN counted k USING (program_id, closed_on, rail, state)
WHERE (l.closing_count, l.closing_residents, l.closing_sum) IS DISTINCT FROM (k.count, k.residents, k.sum)
UNION ALL
SELECT c.program_id, c.closed_on, l.rail, l.state, 'opening', l.opening_count, b.closing_count, l.opening_sum, b.closing_sum
FROM day_close c
JOIN day_close_line l USING (program_id, closed_on)
LEFT JOIN day_close_line b ON b.program_id = c.program_id AND b.closed_on = c.since AND b.rail = l.rail
                          AND b.state = l.state
WHERE (l.opening_count, l.opening_residents, l.opening_sum)
      IS DISTINCT FROM (coalesce(b.closing_count, 0), coalesce(b.closing_residents, 0), coalesce(b.closing_sum, 0))
