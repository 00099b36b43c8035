-- payments.csv (file contract §8): one row for every payment; file_no of the file it is or was last sent in.
SELECT p.payment_no, a.receipt_no, p.rail, p.amount, p.state, i.file_no, p.attempt
FROM payment p
JOIN application a USING (application_id)
LEFT JOIN (SELECT i.payment_no, max(i.file_no) AS file_no
           FROM dispatch_item i JOIN dispatch_file f USING (file_no)
           WHERE f.state NOT IN ('REJECTED', 'WITHDRAWN')
           GROUP BY i.payment_no) i USING (payment_no)
WHERE p.program_id = :program
ORDER BY p.payment_no
