-- Lines of the statements of a program's account, the newest first, of one bucket or of all (:bucket null), with the files
-- and payments they stand for.
SELECT b.line_no, b.statement_no, b.line, b.posted_on, b.credit, b.amount, b.came_back, b.bucket,
       (SELECT string_agg(coalesce(c.file_no, c.payment_no)::text, ' ' ORDER BY c.file_no, c.payment_no)
        FROM (SELECT * FROM cleared c WHERE c.head = b.head ORDER BY c.file_no, c.payment_no LIMIT 20) c) AS stands_for
FROM statement_bucket b JOIN statement_program p USING (statement_no)
WHERE p.program_id = :program AND b.line_no < :before
  AND (CAST(:bucket AS text) IS NULL OR b.bucket = :bucket)
ORDER BY b.line_no DESC
LIMIT :rows
