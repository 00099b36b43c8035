-- One application by receipt number: where it stands. Several rows when channels or programs share the number.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, f.name AS file_name,
       coalesce(d.state::text, '') AS state, coalesce(d.codes, '{}') AS codes,
       coalesce(d.household_no, m.household_no) AS household_no, m.resident_no, m.method,
       d.rail::text AS rail, d.amount, d.residents, o.receipt_no AS duplicate_of,
       d.members IS NOT NULL OR coalesce(r.protected, false) AS guarded
FROM received_application a
JOIN intake_file f USING (file_id)
LEFT JOIN match m USING (application_id)
LEFT JOIN decision d USING (application_id)
LEFT JOIN current_resident r USING (resident_no)
LEFT JOIN application o ON o.application_id = d.duplicate_of
WHERE a.program_id = :program AND a.receipt_no = :receipt
ORDER BY a.channel
