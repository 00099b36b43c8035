-- Every line of every daily close (日計表) with the digest of its close, oldest first; then, on each rail that ever had a
-- case, what is to come back from residents: RECOVERY as a whole, and of what went out of it, which by what.
SELECT c.closed_on, c.since, l.rail, l.state,
       l.opening_count, l.opening_residents, l.opening_sum, l.in_count, l.in_residents, l.in_sum,
       l.out_count, l.out_residents, l.out_sum, l.closing_count, l.closing_residents, l.closing_sum,
       c.person, encode(c.digest, 'hex') AS digest
FROM day_close c
JOIN (
    SELECT 0 AS place, state::text, program_id, closed_on, rail, opening_count, opening_residents, opening_sum,
           in_count, in_residents, in_sum, out_count, out_residents, out_sum, closing_count, closing_residents, closing_sum,
           state AS in_order
    FROM day_close_line
    UNION ALL
    SELECT m.place, m.state, r.program_id, r.closed_on, r.rail, NULL, NULL, m.opening, NULL, NULL, m.came,
           NULL, NULL, m.went, NULL, NULL, m.closing, NULL
    FROM day_close_recovery r
    CROSS JOIN LATERAL (VALUES
        (1, 'RECOVERY', r.opening, r.opened, r.paid + r.written_off + r.ended, r.closing),
        (2, 'RECOVERY_PAID', NULL, NULL, r.paid, NULL),
        (3, 'RECOVERY_WRITTEN_OFF', NULL, NULL, r.written_off, NULL),
        (4, 'RECOVERY_ENDED', NULL, NULL, r.ended, NULL)) AS m (place, state, opening, came, went, closing)
) l USING (program_id, closed_on)
WHERE c.program_id = :program
ORDER BY c.closed_on, l.rail, l.place, l.in_order
