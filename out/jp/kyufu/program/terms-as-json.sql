-- The terms of a program with its budget, as one JSON object.
-- Promise: one row.
SELECT (to_jsonb(p) || jsonb_build_object('budget', (
    SELECT jsonb_agg(jsonb_build_object('source', source, 'cash', cash, 'points', points) ORDER BY position)
    FROM budget_line b WHERE b.program_id = p.program_id)))::text
FROM program p
WHERE p.program_id = :program
