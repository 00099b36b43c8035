-- An application with its match and its decision.
-- Promise: one row at most. Plan: by index.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, i.name AS file_name, a.sealed,
       m.resident_no, m.method, coalesce(d.household_no, m.household_no) AS household_no,
       coalesce(d.state::text, '') AS state, coalesce(d.codes, a.codes) AS codes, d.rail::text AS rail, d.amount,
       coalesce(d.declined, '{}') AS declined, o.receipt_no AS duplicate_of, d.members IS NOT NULL AS apart,
       EXISTS (SELECT 1 FROM payment q
               WHERE q.application_id = a.application_id AND q.state NOT IN ('PLANNED', 'CANCELLED')) AS fixed,
       EXISTS (SELECT 1 FROM match_evidence e JOIN current_resident r USING (resident_no)
               WHERE e.application_id = a.application_id AND r.protected) AS candidate_protected
FROM application a
JOIN intake_file i ON i.file_id = a.file_id
LEFT JOIN match m ON m.application_id = a.application_id
LEFT JOIN decision d ON d.application_id = a.application_id
LEFT JOIN application o ON o.application_id = d.duplicate_of
WHERE a.application_id = :application AND a.program_id = :program
