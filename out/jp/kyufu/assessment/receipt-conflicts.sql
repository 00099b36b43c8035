-- Applications whose receipt number came again with other content since a person last looked at that.
SELECT DISTINCT c.application_id
FROM receipt_conflict c
JOIN application a USING (application_id)
JOIN intake_file f ON f.file_id = c.file_id AND f.completed_seq IS NOT NULL
WHERE a.program_id = :program
  AND NOT EXISTS (SELECT 1 FROM finding n
                  WHERE n.application_id = c.application_id AND n.code = 'RECEIPT_CONFLICT'
                    AND n.state = 'RESOLVED' AND n.decided_at > f.completed_at)
