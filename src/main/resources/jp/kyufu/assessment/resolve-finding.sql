-- A person's decision on an open finding; a trigger refuses to decide twice.
UPDATE finding
SET state = 'RESOLVED', decision = :decision, decided_by = :person, decided_at = act_time(), reason = :reason
WHERE finding_no = :finding
