-- What people decided, of each application of a program the newest word that was not taken back.
-- Promise: one row per application with such a word; resident and household are null for "nobody".
SELECT DISTINCT ON (d.application_id) d.application_id, d.resident_no, r.household_no
FROM match_decision d
JOIN application a ON a.application_id = d.application_id
LEFT JOIN current_resident r ON r.resident_no = d.resident_no
WHERE a.program_id = :program AND d.revoked_at IS NULL
ORDER BY d.application_id, d.decision_no DESC
