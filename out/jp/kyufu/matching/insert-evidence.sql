-- Adds the candidates that looking again has found; those that stand already stay.
INSERT INTO match_evidence (application_id, rank, resident_no, evidence)
SELECT n.application_id, n.rank, n.resident_no, n.evidence
FROM rematch_evidence n
WHERE NOT EXISTS (SELECT 1 FROM match_evidence e
                  WHERE e.application_id = n.application_id AND e.rank = n.rank)
