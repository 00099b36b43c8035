-- Residents by number as the register has them today, and whether and with which household they claim in a program.
-- Promise: one row a number that the register knows, heads first. Plan: by primary key.
SELECT r.resident_no, r.household_no, r.name, r.kana, r.birth_date, r.sex, r.relation, r.head,
       CASE WHEN r.building = '' THEN r.address ELSE r.address || ' ' || r.building END AS address,
       r.resident_from, r.left_reason, r.left_on, r.protected, e.household_no AS claims_with,
       e.resident_no IS NOT NULL AND e.ineligible_snapshot IS NULL AS entitled
FROM current_resident r
LEFT JOIN entitlement e ON e.program_id = :program AND e.resident_no = r.resident_no
WHERE r.resident_no = ANY (CAST(:residents AS text[]))
ORDER BY r.household_no, r.head DESC, r.birth_date, r.resident_no
