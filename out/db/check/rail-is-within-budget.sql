-- What is in files and went out over a rail is within what the funding sources give.
SELECT p.program_id, p.rail, sum(p.amount) AS spent,
       (SELECT sum(CASE p.rail WHEN 'CASH' THEN l.cash ELSE l.points END)
        FROM budget_line l WHERE l.program_id = p.program_id) AS budget
FROM payment p
WHERE p.state IN ('IN_FILE', 'RELEASED', 'ACCEPTED', 'SETTLED')
GROUP BY p.program_id, p.rail
HAVING sum(p.amount) > coalesce((
    SELECT sum(CASE p.rail WHEN 'CASH' THEN l.cash ELSE l.points END)
    FROM budget_line l WHERE l.program_id = p.program_id), 0)
