-- Makes ineligible those whom a newer register proves not to have been eligible, and eligible again those for whom
-- that proof is withdrawn; each with its event. A resident whom the newer extract does not name proves nothing, and
-- none makes a number entitled again that a person has found to be somebody's second one, or that another program excludes.
WITH changed AS (
    UPDATE entitlement e
    SET ineligible_snapshot = CASE WHEN n.eligible THEN NULL ELSE n.snapshot_id END
    FROM (SELECT r.resident_no, r.snapshot_id,
                 r.resident_from <= :referenceDate AND (r.left_on IS NULL OR r.left_on > :referenceDate) AS eligible
          FROM current_resident r) n
    WHERE e.program_id = :program AND e.resident_no = n.resident_no AND e.same_as IS NULL AND e.excluded_by IS NULL
      AND (e.ineligible_snapshot IS NULL) <> n.eligible
    RETURNING e.program_id, e.resident_no, n.snapshot_id, n.eligible
)
INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
SELECT program_id, resident_no, snapshot_id, CASE WHEN eligible THEN 'ELIGIBLE_AGAIN' ELSE 'INELIGIBLE' END
FROM changed
