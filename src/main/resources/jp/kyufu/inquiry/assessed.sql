-- Where an application came to stand at each assessment that changed it, the first time first. Plan: by index.
SELECT s.started_at AS at, d.state::text AS state
FROM (SELECT application_id, run_id, state FROM decision_history
      UNION ALL
      SELECT application_id, run_id, state FROM decision) d
JOIN assessment_run s USING (run_id)
WHERE d.application_id = :application
ORDER BY s.run_id
