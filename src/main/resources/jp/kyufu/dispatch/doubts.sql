-- What was doubted about a file and what ended it, in order.
SELECT from_state, to_state, document, told_by, dated, person, business_day
FROM file_evidence WHERE file_no = :file ORDER BY evidence_no
