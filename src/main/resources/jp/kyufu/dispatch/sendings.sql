-- The register of sendings of a file in their order. done: the bytes are where it says.
SELECT s.sending_no, s.kind, s.person, s.business_day, s.how, s.goes_to, encode(s.sha256, 'hex') AS sha256, r.reason,
       s.requested_by, s.kind = 'SENT' OR d.sending_no IS NOT NULL AS done
FROM sending s
LEFT JOIN sending_done d USING (sending_no)
LEFT JOIN resend_request r USING (request_no)
WHERE s.file_no = :file
ORDER BY s.sending_no
