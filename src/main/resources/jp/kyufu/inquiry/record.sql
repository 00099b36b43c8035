-- One application of a program: where it stands.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, coalesce(d.state::text, 'NEW') AS state,
       coalesce(d.codes, a.codes) AS codes, coalesce(d.household_no, m.household_no) AS household_no, m.resident_no, m.method,
       d.rail::text AS rail, d.amount, d.members IS NOT NULL OR coalesce(r.protected, false) AS guarded,
       d.residents, o.receipt_no AS duplicate_of, d.duplicate_of AS duplicate_id
FROM received_application a
LEFT JOIN decision d USING (application_id)
LEFT JOIN match m USING (application_id)
LEFT JOIN current_resident r ON r.resident_no = m.resident_no
LEFT JOIN application o ON o.application_id = d.duplicate_of
WHERE a.program_id = :program AND a.application_id = :application
