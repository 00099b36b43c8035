-- Lines of one answer in their order, of one bucket or of all (:bucket null), after a line.
SELECT l.line, l.bucket, l.payment_no, l.code, l.outcome, l.amount, l.granted_on
FROM result_line l JOIN result_file f USING (result_file_no)
WHERE f.program_id = :program AND l.result_file_no = :file AND l.line > :after
  AND (CAST(:bucket AS text) IS NULL OR l.bucket = :bucket)
ORDER BY l.line
LIMIT :rows
