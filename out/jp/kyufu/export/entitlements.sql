-- entitlements.csv (file contract §8): one row for every resident of the register, in order of number.
SELECT r.resident_no,
       coalesce(s.household_no, r.household_no) AS household_no,
       coalesce(s.state, 'INELIGIBLE') AS state,
       CASE WHEN s.state IN ('INELIGIBLE', 'OPEN', 'DECLINED') THEN NULL ELSE s.receipt_no END AS receipt_no,
       s.payment_no, s.rail, s.amount
FROM current_resident r
LEFT JOIN entitlement_state s ON s.program_id = :program AND s.resident_no = r.resident_no
ORDER BY r.resident_no
