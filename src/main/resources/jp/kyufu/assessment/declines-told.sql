-- Declines in writing of a program with how each ended, above a key in order of number: in one state, by one person and of some
-- residents, where these are not empty. To read backwards the store turns the comparison and the order around.
-- Promise: at most :rows rows. Plan: primary key from the key on; the rest by key.
SELECT c.decline_no, c.resident_no, e.household_no, coalesce(r.protected, false) AS guarded,
       c.business_day, c.person, c.reason, c.evidence,
       n.business_day AS ended_day, n.person AS ended_person, n.reason AS ended_reason, n.evidence AS ended_evidence
FROM decline c
JOIN entitlement e USING (program_id, resident_no)
LEFT JOIN current_resident r USING (resident_no)
LEFT JOIN LATERAL (SELECT * FROM decline l
                   WHERE l.program_id = c.program_id AND l.resident_no = c.resident_no AND l.decline_no > c.decline_no
                   ORDER BY l.decline_no LIMIT 1) n ON true
WHERE c.program_id = :program AND c.change = 'DECLINES' AND c.decline_no > :key
  AND (:state = '' OR (:state = 'STANDS') = (n.decline_no IS NULL))
  AND (:person = '' OR c.person = :person)
  AND (CAST(:residents AS text[]) = '{}' OR c.resident_no = ANY (CAST(:residents AS text[])))
ORDER BY c.decline_no
LIMIT :rows
