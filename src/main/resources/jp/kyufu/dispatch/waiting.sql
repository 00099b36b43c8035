-- Files that a person may have forgotten: handed in or approved and not released; released, not accepted, and never sent.
-- Those that bank or provider may have and nobody knows, too; and stops without an answer, by their file.
SELECT f.file_no, CASE WHEN f.state = 'RELEASED' THEN 'NOT_SENT'
                       WHEN f.state IN ('UNKNOWN', 'CANCEL_REQUESTED') THEN 'IN_DOUBT'
                       ELSE 'NOT_RELEASED' END AS kind
FROM dispatch_file f
WHERE f.program_id = :program
  AND (f.state IN ('SUBMITTED', 'APPROVED', 'UNKNOWN', 'CANCEL_REQUESTED')
       OR f.state = 'RELEASED' AND NOT EXISTS (SELECT 1 FROM sending s WHERE s.file_no = f.file_no AND s.kind = 'SENT'))
UNION ALL
SELECT DISTINCT s.file_no, 'STOP_OPEN'
FROM open_stop s JOIN dispatch_file f USING (file_no) WHERE f.program_id = :program
ORDER BY 1, 2
