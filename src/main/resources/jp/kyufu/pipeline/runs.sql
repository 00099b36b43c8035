-- Runs of jobs, the newest first, with what they were about.
-- Promise: at most :limit rows below :before, by key.
SELECT e.job_execution_id AS run_no, i.job_name AS job, e.status, e.start_time, e.end_time,
       (SELECT string_agg(p.parameter_value, ' ' ORDER BY p.parameter_name)
        FROM batch_job_execution_params p
        WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name IN ('file', 'program')) AS about,
       (SELECT p.parameter_value FROM batch_job_execution_params p
        WHERE p.job_execution_id = e.job_execution_id AND p.parameter_name = 'person') AS person,
       (SELECT string_agg(s.step_name || ' ' || to_char(extract(epoch FROM s.end_time - s.start_time), 'FM999990.0') || ' s',
                          ', ' ORDER BY s.step_execution_id)
        FROM batch_step_execution s WHERE s.job_execution_id = e.job_execution_id) AS steps
FROM batch_job_execution e JOIN batch_job_instance i USING (job_instance_id)
WHERE e.job_execution_id < :before
ORDER BY e.job_execution_id DESC
LIMIT :limit
