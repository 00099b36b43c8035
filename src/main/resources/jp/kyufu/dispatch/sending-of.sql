-- A registered handing over whose bytes have not gone, if it is this person's. No row: it is none, or it is done.
SELECT s.file_no
FROM sending s
WHERE s.sending_no = :sending AND s.person = :person AND s.kind <> 'SENT'
  AND NOT EXISTS (SELECT 1 FROM sending_done d WHERE d.sending_no = s.sending_no)
