-- Applications to be looked at again: not matched yet, matched with an older register, or decided by a person, or
-- written as one that a person has decided. One whose payment has been in a file keeps its resident for good.
-- Promise: one row each, in no order; disjoint from waiting-new. Plan: without decisions, nothing is hashed for them.
SELECT a.application_id, a.printed_household, a.birth_date,
       a.name_written_key, a.name_key, a.kana_key, a.address_key
FROM (SELECT application_id FROM match WHERE resident_no IS NULL
      UNION SELECT application_id FROM match WHERE snapshot_id < :snapshot
      UNION SELECT s.application_id
            FROM match_decision d
            JOIN application w ON w.application_id = d.application_id
            JOIN application s ON (s.birth_date, s.name_written_key, s.kana_key, s.address_key)
                                = (w.birth_date, w.name_written_key, w.kana_key, w.address_key)
            JOIN match m ON m.application_id = s.application_id
      UNION SELECT d.application_id FROM match_decision d JOIN match m USING (application_id)) w
JOIN received_application a USING (application_id)
WHERE a.program_id = :program
  AND NOT EXISTS (SELECT 1 FROM payment p
                  WHERE p.application_id = a.application_id AND p.state NOT IN ('PLANNED', 'CANCELLED'))
