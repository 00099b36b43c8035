-- What people decided about applications through their findings, oldest first; of a payment they decide otherwise.
SELECT application_id, code, decision
FROM finding
WHERE program_id = :program AND application_id IS NOT NULL AND payment_no IS NULL AND state = 'RESOLVED'
ORDER BY decided_at, finding_no
