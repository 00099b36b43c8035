-- Accepted files that an answer touched and of which no payment is outstanding any more.
SELECT f.file_no
FROM dispatch_file f
WHERE f.state = 'ACCEPTED'
  AND f.file_no IN (SELECT d.file_no FROM result_line l JOIN dispatch_item d USING (payment_no)
                    WHERE l.result_file_no = :file)
  AND NOT EXISTS (
      SELECT 1 FROM dispatch_item o JOIN payment p USING (payment_no)
      WHERE o.file_no = f.file_no AND p.state NOT IN ('SETTLED', 'RETURNED'))
ORDER BY f.file_no
