-- Accepted files that an answer touched and of which no payment is outstanding any more.
SELECT DISTINCT f.file_no
FROM result_line l JOIN dispatch_item d USING (payment_no) JOIN dispatch_file f USING (file_no)
WHERE l.result_file_no = :file AND f.state = 'ACCEPTED'
  AND NOT EXISTS (
      SELECT 1 FROM dispatch_item o JOIN payment p USING (payment_no)
      WHERE o.file_no = f.file_no AND p.state NOT IN ('SETTLED', 'RETURNED'))
ORDER BY f.file_no
