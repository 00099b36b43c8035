-- One finding in any state.
SELECT f.finding_no, f.code, f.state, f.application_id, a.receipt_no, f.payment_no,
       f.household_no, f.resident_no, f.other_resident_no, f.detail, (f.raised_at AT TIME ZONE 'Asia/Tokyo')::date AS raised_on,
       f.decision, f.decided_by, f.reason
FROM finding f LEFT JOIN application a USING (application_id)
WHERE f.finding_no = :finding
