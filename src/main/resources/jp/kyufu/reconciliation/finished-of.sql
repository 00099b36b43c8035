-- Those of the files of which no payment is outstanding any more.
SELECT f.file_no
FROM dispatch_file f
WHERE f.file_no = ANY (:files) AND f.state = 'ACCEPTED'
  AND NOT EXISTS (
      SELECT 1 FROM dispatch_item o JOIN payment p USING (payment_no)
      WHERE o.file_no = f.file_no AND p.state NOT IN ('SETTLED', 'RETURNED'))
ORDER BY f.file_no
