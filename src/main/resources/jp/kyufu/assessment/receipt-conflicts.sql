-- Applications whose receipt number, or that of the application they correct, came again with other content since a
-- person last looked at that.
WITH conflict AS (
    SELECT c.application_id, f.completed_at
    FROM receipt_conflict c
    JOIN application a USING (application_id)
    JOIN intake_file f ON f.file_id = c.file_id AND f.completed_seq IS NOT NULL
    WHERE a.program_id = :program
), touched AS (
    SELECT c.application_id, c.completed_at FROM conflict c
    UNION ALL
    SELECT v.application_id, c.completed_at
    FROM conflict c JOIN application_version v ON v.first_id = c.application_id AND v.version > 1
)
SELECT DISTINCT t.application_id
FROM touched t
WHERE NOT EXISTS (SELECT 1 FROM finding n
                  WHERE n.application_id = t.application_id AND n.code = 'RECEIPT_CONFLICT'
                    AND n.state = 'RESOLVED' AND n.decided_at > t.completed_at)
