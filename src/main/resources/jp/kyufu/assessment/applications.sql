-- Every received application with its match, the outcome of the last run and whether its payment is in a file or
-- beyond. In no order: a sort would move every sealed form through files.
-- Plan: hash joins with application as the outer side.
SELECT a.application_id, a.received_at, a.receipt_no::text, m.resident_no::text, m.code, a.codes, a.rail::text, a.sealed,
       d.state::text, d.codes, d.rail::text, d.amount, d.residents, d.members, d.declined, d.reserved, d.duplicate_of,
       coalesce(p.in_file, false),
       EXISTS (SELECT 1 FROM account c WHERE c.application_id = a.application_id)
FROM received_application a
JOIN match m USING (application_id)
LEFT JOIN decision d USING (application_id)
LEFT JOIN (SELECT application_id, bool_or(state NOT IN ('PLANNED', 'CANCELLED')) AS in_file
           FROM payment WHERE program_id = :program GROUP BY application_id) p USING (application_id)
WHERE a.program_id = :program
