-- What residents of a program told in writing, oldest first, and whether each still stands.
SELECT c.decline_no, c.resident_no, s.decline_no IS NOT NULL AS stands, c.business_day, c.person, c.reason, c.evidence
FROM decline c LEFT JOIN standing_decline s USING (decline_no)
WHERE c.program_id = :program
ORDER BY c.decline_no
