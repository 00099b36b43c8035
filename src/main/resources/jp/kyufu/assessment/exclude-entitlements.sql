-- Takes the entitlement of those who are live or paid in a program beside this one, each with its event. Who is live here
-- is live nowhere else.
-- Plan: hash joins over the shares of the programs beside this one.
WITH elsewhere AS (
    SELECT s.resident_no, min(s.program_id) AS program_id
    FROM rival r JOIN payment_share s ON s.program_id = r.other_id AND s.live
    WHERE r.program_id = :program
    GROUP BY s.resident_no
), newest AS (
    SELECT max(snapshot_id) AS snapshot_id FROM register_snapshot WHERE completed_at IS NOT NULL
), excluded AS (
    UPDATE entitlement e SET ineligible_snapshot = n.snapshot_id, excluded_by = x.program_id
    FROM elsewhere x, newest n
    WHERE e.program_id = :program AND e.resident_no = x.resident_no AND e.ineligible_snapshot IS NULL
    RETURNING e.program_id, e.resident_no, e.ineligible_snapshot
)
INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
SELECT program_id, resident_no, ineligible_snapshot, 'EXCLUDED' FROM excluded
