-- Residents that matching put beside the application of a finding, best first.
SELECT m.resident_no, r.household_no, m.evidence
FROM finding f
JOIN match_evidence m USING (application_id)
JOIN current_resident r ON r.resident_no = m.resident_no
WHERE f.finding_no = :finding
ORDER BY m.rank
