-- Gives their entitlement back to those whose payment in a program beside this one came back or was cancelled, each with
-- its event; as far as the register shows them eligible.
WITH readmitted AS (
    UPDATE entitlement e
    SET excluded_by = NULL, ineligible_snapshot = CASE WHEN n.eligible THEN NULL ELSE n.snapshot_id END
    FROM (SELECT r.resident_no, r.snapshot_id,
                 r.resident_from <= :referenceDate AND (r.left_on IS NULL OR r.left_on > :referenceDate) AS eligible
          FROM current_resident r) n
    WHERE e.program_id = :program AND e.excluded_by IS NOT NULL AND n.resident_no = e.resident_no
      AND NOT EXISTS (SELECT 1 FROM rival r
                      JOIN payment_share s ON s.program_id = r.other_id AND s.live
                      WHERE r.program_id = e.program_id AND s.resident_no = e.resident_no)
    RETURNING e.program_id, e.resident_no, n.snapshot_id, n.eligible
)
INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
SELECT program_id, resident_no, snapshot_id, CASE WHEN eligible THEN 'ELIGIBLE_AGAIN' ELSE 'INELIGIBLE' END
FROM readmitted
