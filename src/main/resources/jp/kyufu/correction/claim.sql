-- Residents of the claim behind a payment: whether each declined, and the share that is live, less what of it is owed
-- back. guarded: a protected person's claim, whose residents are shown to nobody here.
-- Plan: no index knows households. Who is in a paid claim was paid by it, or declined, or became entitled since: few keys.
WITH claim AS MATERIALIZED (
    SELECT p.program_id, p.application_id, d.household_no, d.members, d.declined, d.reserved,
           d.members IS NOT NULL OR coalesce(r.protected, false) AS guarded
    FROM payment p
    JOIN decision d USING (application_id)
    LEFT JOIN match m USING (application_id)
    LEFT JOIN current_resident r ON r.resident_no = m.resident_no
    WHERE p.payment_no = :payment AND p.program_id = :program
), member AS MATERIALIZED (
    SELECT e.*
    FROM claim c JOIN entitlement e ON e.program_id = c.program_id AND e.household_no = c.household_no
    WHERE e.resident_no IN (SELECT s.resident_no FROM payment p JOIN payment_share s USING (payment_no)
                            WHERE p.application_id = c.application_id
                            UNION ALL SELECT unnest(c.declined)
                            UNION ALL SELECT v.resident_no FROM entitlement_event v WHERE v.program_id = c.program_id)
)
SELECT e.resident_no, e.resident_no = ANY (c.declined) AS declined, e.ineligible_snapshot IS NULL AS entitled,
       s.state, s.amount - coalesce(o.owed, 0) AS kept, c.guarded
FROM claim c
JOIN member e ON e.program_id = c.program_id AND claims(c.members, '{}', c.reserved, e.resident_no)
LEFT JOIN LATERAL (
    SELECT l.payment_no, l.amount, q.state FROM payment_share l JOIN payment q USING (payment_no)
    WHERE l.program_id = c.program_id AND l.resident_no = e.resident_no AND l.live
    ORDER BY l.correction LIMIT 1) s ON true
LEFT JOIN LATERAL (
    SELECT sum(b.owed)::bigint AS owed FROM recovery_balance b
    WHERE b.payment_no = s.payment_no AND b.resident_no = e.resident_no) o ON true
ORDER BY e.resident_no
