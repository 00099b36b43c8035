-- The same of those in one state. Plan: primary key of the decisions from the key on, for which the applications of the page
-- alone are looked up.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, d.state::text AS state,
       d.codes, coalesce(d.household_no, m.household_no) AS household_no, m.resident_no, m.method,
       d.rail::text AS rail, d.amount, d.members IS NOT NULL OR coalesce(r.protected, false) AS guarded
FROM decision d
JOIN received_application a USING (application_id)
LEFT JOIN match m USING (application_id)
LEFT JOIN current_resident r ON r.resident_no = m.resident_no
WHERE d.program_id = :program AND d.state = CAST(:state AS application_state)
  AND (:channel = '' OR a.channel = :channel) AND d.application_id > :key
ORDER BY d.application_id
LIMIT :rows
