-- Accepted applications by the day they came, channel and state; empty state: not assessed yet.
-- Promise: one pass over the program's applications and decisions, some hundred rows.
SELECT a.received_at::date AS day, a.channel, coalesce(d.state::text, '') AS state, count(*) AS count
FROM received_application a LEFT JOIN decision d USING (application_id)
WHERE a.program_id = :program
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
