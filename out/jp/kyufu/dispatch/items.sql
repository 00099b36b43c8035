-- What the ledger says about the payments of a file, in order of number: amount and sealed destination.
SELECT p.payment_no, p.amount, c.sealed
FROM dispatch_item i
JOIN payment p USING (payment_no)
JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE i.file_no = :file
ORDER BY p.payment_no
