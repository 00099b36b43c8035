-- Applications to be looked at again: not matched yet, matched with an older register, or decided by a person.
-- One whose payment has been in a file keeps its resident for good.
-- Promise: one row each, in no order; disjoint from waiting-new.
SELECT a.application_id, a.printed_household, a.birth_date,
       a.name_written_key, a.name_key, a.kana_key, a.address_key
FROM (SELECT application_id FROM match WHERE resident_no IS NULL
      UNION SELECT application_id FROM match WHERE snapshot_id < :snapshot
      UNION SELECT d.application_id FROM match_decision d JOIN match m USING (application_id)) w
JOIN received_application a USING (application_id)
WHERE a.program_id = :program
  AND NOT EXISTS (SELECT 1 FROM payment p
                  WHERE p.application_id = a.application_id AND p.state NOT IN ('PLANNED', 'CANCELLED'))
