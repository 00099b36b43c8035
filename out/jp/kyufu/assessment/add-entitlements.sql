-- Adds residents whom a newer register shows to have been eligible on the reference date and whom the opening did
-- not know, each with its event.
WITH added AS (
    INSERT INTO entitlement (program_id, resident_no, household_no, since_snapshot)
    SELECT :program, r.resident_no, r.household_no, r.snapshot_id
    FROM current_resident r
    WHERE r.resident_from <= :referenceDate
      AND (r.left_on IS NULL OR r.left_on > :referenceDate)
      AND NOT EXISTS (SELECT 1 FROM entitlement e
                      WHERE e.program_id = :program AND e.resident_no = r.resident_no)
    RETURNING program_id, resident_no, since_snapshot
)
INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
SELECT program_id, resident_no, since_snapshot, 'ADDED' FROM added
