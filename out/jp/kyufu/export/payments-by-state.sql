-- Payments of a program by rail and state, with their residents.
SELECT rail, state, count(*) AS count, sum(amount)::bigint AS sum, sum(residents)::bigint AS residents
FROM payment WHERE program_id = :program
GROUP BY rail, state ORDER BY rail, state
