-- What a file's evidence says last is where it is: a doubt is open exactly while the file is in it.
SELECT f.file_no, f.state, e.to_state
FROM dispatch_file f
LEFT JOIN (SELECT DISTINCT ON (file_no) file_no, to_state FROM file_evidence ORDER BY file_no, evidence_no DESC) e USING (file_no)
WHERE (f.state IN ('UNKNOWN', 'CANCEL_REQUESTED')) <> (e.to_state IS NOT NULL AND e.to_state IN ('UNKNOWN', 'CANCEL_REQUESTED'))
   OR f.state = 'CANCELLED' AND e.to_state IS DISTINCT FROM 'CANCELLED'
