-- An item has the amount, rail and program of its payment and goes to the payment's account.
SELECT i.file_no, i.payment_no
FROM dispatch_item i
LEFT JOIN dispatch_file f USING (file_no)
LEFT JOIN payment p USING (payment_no)
LEFT JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE i.amount IS DISTINCT FROM p.amount OR f.rail IS DISTINCT FROM p.rail
   OR f.program_id IS DISTINCT FROM p.program_id OR i.fingerprint IS DISTINCT FROM c.fingerprint
