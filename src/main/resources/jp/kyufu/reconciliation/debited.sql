-- Accepted transfer files whose money the bank took, by the statement.
SELECT f.file_no, f.pay_date
FROM dispatch_file f JOIN cleared c USING (file_no)
WHERE f.program_id = :program AND f.rail = 'CASH' AND f.state = 'ACCEPTED'
ORDER BY f.file_no
