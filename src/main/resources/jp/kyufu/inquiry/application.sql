-- Applications by id: where each stands, with its newest payment and the file that was last taken into.
-- Promise: one row for each that was received, in order of channel. Plan: by index for each.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, f.name AS file_name,
       coalesce(d.state::text, '') AS state, coalesce(d.codes, '{}') AS codes,
       coalesce(d.household_no, m.household_no) AS household_no, m.resident_no, m.method,
       d.rail::text AS rail, d.amount, d.residents, o.receipt_no AS duplicate_of,
       d.members IS NOT NULL OR coalesce(r.protected, false) AS guarded,
       EXISTS (SELECT 1 FROM finding n WHERE n.application_id = a.application_id AND n.state = 'OPEN')
           OR EXISTS (SELECT 1 FROM finding n WHERE n.payment_no = p.payment_no AND n.state = 'OPEN') AS open,
       p.state AS payment_state, p.rail::text AS payment_rail, p.amount AS payment_amount, c.last3,
       s.state AS file_state, s.pay_date,
       EXISTS (SELECT 1 FROM payment_stop t LEFT JOIN stop_answer w USING (stop_no)
               WHERE t.payment_no = p.payment_no AND w.outcome IS DISTINCT FROM 'REFUSED') AS stopped,
       g.at AS since
FROM received_application a
JOIN intake_file f USING (file_id)
LEFT JOIN match m USING (application_id)
LEFT JOIN decision d USING (application_id)
LEFT JOIN current_resident r USING (resident_no)
LEFT JOIN application o ON o.application_id = d.duplicate_of
LEFT JOIN LATERAL (SELECT * FROM payment q WHERE q.application_id = a.application_id
                   ORDER BY q.correction, q.attempt DESC LIMIT 1) p ON true
LEFT JOIN account c ON c.application_id = a.application_id AND c.version = p.account_version
LEFT JOIN LATERAL (SELECT l.state, l.pay_date FROM dispatch_item i JOIN dispatch_file l USING (file_no)
                   WHERE i.payment_no = p.payment_no ORDER BY l.file_no DESC LIMIT 1) s ON true
LEFT JOIN payment_event e ON e.payment_no = p.payment_no AND e.seq = p.postings
LEFT JOIN posting g USING (posting_id)
WHERE a.application_id = ANY (:ids)
ORDER BY a.channel, a.application_id
