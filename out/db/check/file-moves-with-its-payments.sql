-- The payments of a file are where the file is. (A file that was rejected or withdrawn has none any more.)
SELECT f.file_no, f.state AS file_state, p.payment_no, p.state
FROM dispatch_file f JOIN dispatch_item i USING (file_no) JOIN payment p USING (payment_no)
WHERE NOT CASE
    WHEN f.state IN ('DRAFT', 'SUBMITTED', 'APPROVED') THEN p.state = 'IN_FILE'
    WHEN f.state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED') THEN p.state IN ('RELEASED', 'RETURNED')
    WHEN f.state = 'ACCEPTED' THEN p.state IN ('ACCEPTED', 'SETTLED', 'RETURNED')
    WHEN f.state = 'SETTLED' THEN p.state IN ('SETTLED', 'RETURNED')
    WHEN f.state = 'CANCELLED' THEN p.state = 'RETURNED'
    ELSE true END
