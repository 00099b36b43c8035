-- Accepted files of which no payment is outstanding any more.
SELECT f.program_id, f.file_no
FROM dispatch_file f
WHERE f.state = 'ACCEPTED'
  AND NOT EXISTS (
      SELECT 1 FROM dispatch_item o JOIN payment p USING (payment_no)
      WHERE o.file_no = f.file_no AND p.state NOT IN ('SETTLED', 'RETURNED'))
ORDER BY f.file_no
