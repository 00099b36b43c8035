-- Payments by rail and state with their residents and amount.
-- Promise: one pass over the program's payments, some ten rows.
SELECT rail::text AS rail, state::text AS state, count(*) AS count, sum(residents)::bigint AS residents, sum(amount)::bigint AS amount
FROM payment WHERE program_id = :program
GROUP BY rail, state ORDER BY rail, state
