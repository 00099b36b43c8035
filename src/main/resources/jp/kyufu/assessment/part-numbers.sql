-- By a person's word two numbers are two persons after all: the one that was closed is as entitled as the register says,
-- with its event, and the pair is a finding again.
-- Promise: one finding, or none where the number is not closed by this word any more.
WITH decided AS (
    SELECT f.program_id, f.resident_no, f.other_resident_no, f.detail,
           CASE WHEN f.resident_no::text = :kept THEN f.other_resident_no ELSE f.resident_no END AS closed
    FROM finding f
    WHERE f.finding_no = :finding
), register AS (
    SELECT d.closed, n.snapshot_id,
           n.resident_from <= p.reference_date AND (n.left_on IS NULL OR n.left_on > p.reference_date) AS eligible
    FROM decided d
    JOIN program p ON p.program_id = d.program_id
    JOIN current_resident n ON n.resident_no = d.closed
), parted AS (
    UPDATE entitlement e
    SET same_as = NULL, ineligible_snapshot = CASE WHEN r.eligible THEN NULL ELSE r.snapshot_id END
    FROM decided d JOIN register r ON r.closed = d.closed
    WHERE e.program_id = d.program_id AND e.resident_no = d.closed AND e.same_as::text = :kept
    RETURNING e.program_id, e.resident_no, r.snapshot_id, r.eligible
), told AS (
    INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
    SELECT program_id, resident_no, snapshot_id, CASE WHEN eligible THEN 'ELIGIBLE_AGAIN' ELSE 'INELIGIBLE' END
    FROM parted
)
INSERT INTO finding (program_id, code, resident_no, other_resident_no, detail)
SELECT d.program_id, 'REGISTER_DUPLICATE', d.resident_no, d.other_resident_no, d.detail
FROM decided d JOIN parted p ON p.resident_no = d.closed
