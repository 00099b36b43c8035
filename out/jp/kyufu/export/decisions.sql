-- decisions.csv: what was decided and paid when, account masked; every application that was decided, in order of
-- receipt.
SELECT a.receipt_no, a.channel, to_char(a.received_at, 'YYYY-MM-DD') AS received_on, d.household_no,
       to_char(r.started_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS decided_on,
       d.rail, d.amount, d.residents, nullif(cardinality(d.declined), 0) AS declined,
       p.payment_no, p.attempt, p.state AS payment_state, f.file_no, f.pay_date,
       '****' || c.last3 AS account
FROM decision d
JOIN application a USING (application_id)
JOIN assessment_run r USING (run_id)
LEFT JOIN LATERAL (SELECT * FROM payment p WHERE p.application_id = d.application_id
                   ORDER BY p.correction, p.attempt DESC LIMIT 1) p ON true
LEFT JOIN LATERAL (SELECT f.file_no, f.pay_date
                   FROM dispatch_item i JOIN dispatch_file f USING (file_no)
                   WHERE i.payment_no = p.payment_no AND f.state NOT IN ('REJECTED', 'WITHDRAWN')
                   ORDER BY f.file_no DESC LIMIT 1) f ON true
LEFT JOIN account c ON c.application_id = d.application_id AND c.version = p.account_version
WHERE d.program_id = :program AND d.state = 'DECIDED'
ORDER BY a.received_at, a.receipt_no, a.channel
