-- By a person's word two numbers are one person: the second loses its entitlement for good, with its event.
-- Promise: one row changes, or none where it was not entitled.
WITH closed AS (
    UPDATE entitlement e
    SET ineligible_snapshot = (SELECT max(s.snapshot_id) FROM register_snapshot s WHERE s.completed_at IS NOT NULL),
        same_as = :kept, excluded_by = NULL
    WHERE e.program_id = :program AND e.resident_no = :resident AND (e.ineligible_snapshot IS NULL OR e.excluded_by IS NOT NULL)
    RETURNING e.program_id, e.resident_no, e.ineligible_snapshot
)
INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
SELECT program_id, resident_no, ineligible_snapshot, 'SAME_PERSON' FROM closed
