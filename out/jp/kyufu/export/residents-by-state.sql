-- Residents of a program by entitlement state and rail, counted from the view.
SELECT state, coalesce(rail::text, '') AS rail, count(*) AS count, coalesce(sum(amount), 0)::bigint AS sum
FROM entitlement_state WHERE program_id = :program
GROUP BY state, rail ORDER BY state, rail
