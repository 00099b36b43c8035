-- The register extract that the last finished run had seen.
-- Promise: one row; none before the first run.
SELECT snapshot_id FROM assessment_run
WHERE program_id = :program AND finished_at IS NOT NULL
ORDER BY run_id DESC LIMIT 1
