-- applications.csv (file contract §8): one row for every accepted application, in order of receipt.
SELECT a.receipt_no, a.channel, d.state,
       nullif(array_to_string(d.codes, '|'), '') AS reasons,
       m.resident_no, coalesce(d.household_no, m.household_no) AS household_no,
       m.method AS match_method, CASE WHEN m.method IS NOT NULL THEN m.weight END AS match_weight, o.receipt_no AS duplicate_of
FROM received_application a
LEFT JOIN match m USING (application_id)
LEFT JOIN decision d USING (application_id)
LEFT JOIN application o ON o.application_id = d.duplicate_of
WHERE a.program_id = :program
ORDER BY a.received_at, a.receipt_no, a.channel
