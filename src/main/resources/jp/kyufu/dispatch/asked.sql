-- Who asked for the bytes of a file to be sent again, where nobody has done so yet. At most one row: the newest request.
SELECT r.person, r.reason
FROM (SELECT * FROM resend_request WHERE file_no = :file ORDER BY request_no DESC LIMIT 1) r
WHERE NOT EXISTS (SELECT 1 FROM sending s JOIN sending_done d USING (sending_no) WHERE s.request_no = r.request_no)
