-- Payments of a file under a stop that the bank has not answered, with their sealed destinations, in order of number.
SELECT p.payment_no, p.amount, c.sealed, f.rail::text AS rail
FROM open_stop s
JOIN dispatch_file f USING (file_no)
JOIN payment p ON p.payment_no = s.payment_no
JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE s.file_no = :file
ORDER BY p.payment_no
