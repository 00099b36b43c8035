-- The payments of some applications, each resident's share a row, with the file each was taken into last.
-- Promise: in order of payment and resident. Plan: a hash of a household's few applications on one pass over payments;
-- the rest by index.
SELECT p.payment_no, s.resident_no::text AS resident_no, p.application_id, a.receipt_no, p.attempt, p.correction,
       p.rail::text AS rail, s.amount, p.state::text AS state, i.file_no, e.at AS since
FROM payment p
JOIN application a USING (application_id)
JOIN payment_share s USING (payment_no)
LEFT JOIN LATERAL (SELECT max(d.file_no) AS file_no FROM dispatch_item d WHERE d.payment_no = p.payment_no) i ON true
LEFT JOIN LATERAL (SELECT max(g.at) AS at FROM payment_event v JOIN posting g USING (posting_id)
                   WHERE v.payment_no = p.payment_no) e ON true
WHERE p.application_id = ANY (CAST(:applications AS bigint[]))
ORDER BY p.payment_no, s.resident_no
