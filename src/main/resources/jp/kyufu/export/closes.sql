-- Every line of every daily close (日計表) with the digest of its close, oldest first.
SELECT c.closed_on, c.since, l.rail, l.state,
       l.opening_count, l.opening_residents, l.opening_sum, l.in_count, l.in_residents, l.in_sum,
       l.out_count, l.out_residents, l.out_sum, l.closing_count, l.closing_residents, l.closing_sum,
       c.person, encode(c.digest, 'hex') AS digest
FROM day_close c JOIN day_close_line l USING (program_id, closed_on)
WHERE c.program_id = :program
ORDER BY c.closed_on, l.rail, l.state
