-- Removes candidates that looking again did not confirm, at their rank.
DELETE FROM match_evidence e
USING rematch r
WHERE e.application_id = r.application_id
  AND NOT EXISTS (SELECT 1 FROM rematch_evidence n
                  WHERE n.application_id = e.application_id AND n.rank = e.rank
                    AND n.resident_no = e.resident_no AND n.evidence = e.evidence)
