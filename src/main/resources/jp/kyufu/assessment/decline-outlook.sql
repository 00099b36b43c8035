-- What telling a resident's decline would be about as things stand or, where he or she declines already, its taking back: the
-- claim that could pay for the resident, the payment of it that is planned, and what stands against the act (V104).
-- Promise: one row where the program knows the resident, else none. Plan: decisions are read twice, as no index knows
-- households; the rest by key.
WITH claim AS MATERIALIZED (
    SELECT d.application_id, d.rail, d.declined
    FROM entitlement e
    JOIN decision d ON d.program_id = e.program_id AND d.household_no = e.household_no AND d.state = 'DECIDED'
                   AND claims(d.members, '{}', d.reserved, e.resident_no)
    WHERE e.program_id = :program AND e.resident_no = :resident
)
SELECT e.ineligible_snapshot IS NULL AS entitled, s.decline_no IS NOT NULL AS declines, c.rail::text AS rail,
       coalesce(e.resident_no = ANY (c.declined), false) AS named, p.payment_no, p.amount, p.residents,
       a.payment_no AS against, a.state::text AS against_state
FROM entitlement e
LEFT JOIN standing_decline s USING (program_id, resident_no)
LEFT JOIN LATERAL (SELECT * FROM claim ORDER BY application_id LIMIT 1) c ON true
LEFT JOIN LATERAL (SELECT q.* FROM payment q
                   WHERE q.application_id = c.application_id AND q.correction = 0 AND q.state = 'PLANNED'
                   ORDER BY q.attempt DESC LIMIT 1) p ON true
LEFT JOIN LATERAL against_decline(e.program_id, e.resident_no, s.decline_no IS NOT NULL) a ON true
WHERE e.program_id = :program AND e.resident_no = :resident
