-- What was to come back at every daily close is the sum of all postings of cases until then.
SELECT c.program_id, c.closed_on, coalesce(r.rail, m.rail) AS rail, r.closing, m.opened - m.paid - m.written_off - m.ended AS counted
FROM day_close c
CROSS JOIN (VALUES ('CASH'::rail), ('POINTS')) AS on_rail (rail)
LEFT JOIN day_close_recovery r ON r.program_id = c.program_id AND r.closed_on = c.closed_on AND r.rail = on_rail.rail
LEFT JOIN LATERAL recoveries_moved(c.program_id, '-infinity', c.closed_on) m ON m.rail = on_rail.rail
WHERE r.closing IS DISTINCT FROM m.opened - m.paid - m.written_off - m.ended
