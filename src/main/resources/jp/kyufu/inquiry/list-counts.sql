-- Applications of a program by state; NEW: received and not assessed.
-- Plan: decisions are read once; what was received is told by the uploads.
WITH decided AS (
    SELECT state::text AS state, count(*) AS count FROM decision WHERE program_id = :program GROUP BY state
)
SELECT state, count FROM decided
UNION ALL
SELECT 'NEW', coalesce((SELECT sum(rows_accepted) FROM intake_file
                        WHERE kind = 'APPLICATIONS' AND program_id = :program AND completed_seq IS NOT NULL), 0)
              - coalesce((SELECT sum(count) FROM decided), 0)
ORDER BY 1
