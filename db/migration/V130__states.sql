-- Where every entitlement stands (file contract §8). A view over entitlement, decision and payment: stored nowhere,
-- so it cannot disagree with them.
CREATE VIEW entitlement_state AS
WITH standing AS (
    SELECT d.program_id, d.household_no, d.members, d.declined, d.reserved, d.state, a.receipt_no, a.received_at,
           CASE d.state WHEN 'DECIDED' THEN 1 WHEN 'REVIEW' THEN 2 ELSE 3 END AS rank
    FROM decision d JOIN application a USING (application_id)
    WHERE d.state IN ('DECIDED', 'REVIEW', 'DEFECTIVE') AND d.household_no IS NOT NULL
), of_household AS (
    SELECT DISTINCT ON (program_id, household_no) *
    FROM standing WHERE members IS NULL
    ORDER BY program_id, household_no, rank, received_at, receipt_no
), of_protected AS (
    SELECT DISTINCT ON (s.program_id, m.resident_no) s.*, m.resident_no
    FROM standing s CROSS JOIN LATERAL unnest(s.members) AS m (resident_no)
    ORDER BY s.program_id, m.resident_no, s.rank, s.received_at, s.receipt_no
), latest AS (
    -- The live share, of the benefit or of a difference, or, without one, the last that came back.
    SELECT DISTINCT ON (s.program_id, s.resident_no)
           s.program_id, s.resident_no, s.amount, p.payment_no, p.rail, p.state, a.receipt_no
    FROM payment_share s
    JOIN payment p USING (payment_no)
    JOIN application a USING (application_id)
    WHERE p.state <> 'CANCELLED'
    ORDER BY s.program_id, s.resident_no, s.live DESC, s.payment_no DESC
)
SELECT e.program_id, e.resident_no, e.household_no,
       CASE
           WHEN l.state = 'PLANNED' THEN 'PAYABLE'
           WHEN l.state = 'ACCEPTED' THEN 'RELEASED'
           WHEN l.state IS NOT NULL THEN l.state::text
           WHEN e.ineligible_snapshot IS NOT NULL THEN 'INELIGIBLE'
           WHEN c.resident_no IS NOT NULL THEN 'DECLINED'
           WHEN o.state IS NULL AND h.state IS NULL THEN 'OPEN'
           WHEN coalesce(o.state, h.state) = 'DECIDED' AND e.resident_no = ANY (coalesce(o.declined, h.declined))
               THEN 'DECLINED'
           ELSE 'CLAIMED' END AS state,
       coalesce(l.receipt_no, o.receipt_no, h.receipt_no) AS receipt_no,
       l.payment_no, l.rail, l.amount,
       e.ineligible_snapshot IS NOT NULL AS ineligible_since
FROM entitlement e
LEFT JOIN standing_decline c ON c.program_id = e.program_id AND c.resident_no = e.resident_no
-- What came back of somebody who has declined since is nothing that waits.
LEFT JOIN latest l ON l.program_id = e.program_id AND l.resident_no = e.resident_no
                  AND (l.state <> 'RETURNED' OR c.resident_no IS NULL)
LEFT JOIN of_protected o ON o.program_id = e.program_id AND o.resident_no = e.resident_no
LEFT JOIN of_household h ON h.program_id = e.program_id AND h.household_no = e.household_no
                        AND e.resident_no <> ALL (h.reserved);
