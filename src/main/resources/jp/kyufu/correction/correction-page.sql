-- Corrections of a program, the newest first, each with what it came to: yen or points up and down, the further payment,
-- how many recovery cases. :direction UP or DOWN: only those with a difference that way; null: all.
SELECT c.posting_id, c.correction, a.receipt_no, c.payment_no, c.rail, count(*) AS members,
       coalesce(sum(c.difference) FILTER (WHERE c.difference > 0), 0)::bigint AS up,
       coalesce(-sum(c.difference) FILTER (WHERE c.difference < 0), 0)::bigint AS down,
       (SELECT p.payment_no FROM payment p
        WHERE p.application_id = c.application_id AND p.correction = c.correction AND p.attempt = 1) AS top_up,
       (SELECT count(*) FROM recovery_case r WHERE r.posting_id = c.posting_id) AS cases,
       g.business_day, g.person
FROM correction c
JOIN application a USING (application_id)
JOIN posting g USING (posting_id)
WHERE c.program_id = :program AND c.posting_id < :before
GROUP BY c.posting_id, c.application_id, c.correction, a.receipt_no, c.payment_no, c.rail, g.business_day, g.person
HAVING CAST(:direction AS text) IS NULL OR bool_or(:direction = 'UP' AND c.difference > 0 OR :direction = 'DOWN' AND c.difference < 0)
ORDER BY c.posting_id DESC
LIMIT :rows
