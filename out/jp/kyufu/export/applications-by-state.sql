-- Accepted applications of a program by state; those not assessed yet under an empty state.
SELECT coalesce(d.state::text, '') AS state, count(*) AS count
FROM received_application a LEFT JOIN decision d USING (application_id)
WHERE a.program_id = :program
GROUP BY d.state ORDER BY d.state
