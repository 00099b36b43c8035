-- Files that a person may have forgotten: handed in or approved and not released; released, not accepted, and never sent.
-- Those that bank or provider may have and nobody knows, too; and, by their file, stops without an answer, and payments
-- against which a newer register speaks and that nobody has asked to stop yet; points past their last day of which
-- nobody has said what became.
SELECT f.file_no, CASE WHEN f.state = 'RELEASED' THEN 'NOT_SENT'
                       WHEN f.state IN ('UNKNOWN', 'CANCEL_REQUESTED') THEN 'IN_DOUBT'
                       ELSE 'NOT_RELEASED' END AS kind
FROM dispatch_file f
WHERE f.program_id = :program
  AND (f.state IN ('SUBMITTED', 'APPROVED', 'UNKNOWN', 'CANCEL_REQUESTED')
       OR f.state = 'RELEASED' AND NOT EXISTS (SELECT 1 FROM sending s WHERE s.file_no = f.file_no AND s.kind = 'SENT'))
UNION ALL
SELECT DISTINCT s.file_no, 'STOP_OPEN'
FROM open_stop s JOIN dispatch_file f USING (file_no) WHERE f.program_id = :program
UNION ALL
SELECT DISTINCT i.file_no, 'STOP_WANTED'
FROM finding n
JOIN payment p USING (payment_no)
JOIN dispatch_item i USING (payment_no)
JOIN dispatch_file f USING (file_no)
WHERE f.program_id = :program AND f.rail = 'CASH' AND f.state IN ('RELEASED', 'ACCEPTED')
  AND n.state = 'OPEN' AND n.code IN ('REGISTER_CHANGED', 'ENTITLEMENT_LOST') AND p.state IN ('RELEASED', 'ACCEPTED')
  AND NOT EXISTS (SELECT 1 FROM open_stop s WHERE s.payment_no = p.payment_no)
UNION ALL
SELECT l.file_no, 'LOTS_OVERDUE' FROM lots_overdue(CAST(:program AS smallint), :today) l
ORDER BY 1, 2
