-- What the ledger says about the payments of files: file, amount and sealed destination, in order of file and number.
SELECT p.payment_no, p.amount, c.sealed, i.file_no::text
FROM dispatch_item i
JOIN payment p USING (payment_no)
JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE i.file_no = ANY (CAST(:files AS integer[]))
ORDER BY i.file_no, p.payment_no
