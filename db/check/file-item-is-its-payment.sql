-- An item has the amount, rail and program of its payment, goes to the payment's account, and its payment is where the file
-- is. (The payments of a file that was rejected or withdrawn are anywhere.)
SELECT i.file_no, f.state AS file_state, i.payment_no, p.state
FROM dispatch_item i
LEFT JOIN dispatch_file f USING (file_no)
LEFT JOIN payment p USING (payment_no)
LEFT JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE i.amount IS DISTINCT FROM p.amount OR f.rail IS DISTINCT FROM p.rail
   OR f.program_id IS DISTINCT FROM p.program_id OR i.fingerprint IS DISTINCT FROM c.fingerprint
   OR NOT CASE
       WHEN f.state IN ('DRAFT', 'SUBMITTED', 'APPROVED') THEN p.state = 'IN_FILE'
       WHEN f.state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED') THEN p.state IN ('RELEASED', 'RETURNED')
       WHEN f.state = 'ACCEPTED' THEN p.state IN ('ACCEPTED', 'SETTLED', 'RETURNED')
       WHEN f.state = 'SETTLED' THEN p.state IN ('SETTLED', 'RETURNED')
       WHEN f.state = 'CANCELLED' THEN p.state = 'RETURNED'
       ELSE true END
