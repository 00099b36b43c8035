-- Only released files were handed on, with the bytes released, and again only after another person had asked for it.
SELECT s.sending_no, s.file_no, s.kind
FROM sending s JOIN dispatch_file f USING (file_no) LEFT JOIN resend_request r USING (request_no)
WHERE f.released_at IS NULL OR s.sha256 <> f.sha256 OR s.requested_by IS DISTINCT FROM r.person OR s.person = r.person
   OR s.kind = 'SENT' AND (SELECT count(*) FROM sending o WHERE o.file_no = s.file_no AND o.kind = 'SENT' AND o.sending_no <= s.sending_no)
                        > 1 + (SELECT count(DISTINCT o.request_no) FROM sending o WHERE o.file_no = s.file_no AND o.sending_no < s.sending_no)
