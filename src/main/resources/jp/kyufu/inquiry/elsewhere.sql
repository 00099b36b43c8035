-- Members of an application's household who have no share here because a program beside this one pays them, with the
-- application they are paid by: who applied then is told, for the household may have another head now.
SELECT e.resident_no, g.code AS program, v.round, p.state::text AS state, a.receipt_no, m.resident_no AS applicant,
       r.protected AND NOT (r.head AND r.household_no = e.household_no) AS apart
FROM decision d
JOIN entitlement e ON e.program_id = d.program_id AND e.household_no = d.household_no AND e.excluded_by IS NOT NULL
JOIN rival v ON v.program_id = e.program_id AND v.other_id = e.excluded_by
JOIN program g ON g.program_id = e.excluded_by
JOIN payment_share s ON s.program_id = e.excluded_by AND s.resident_no = e.resident_no AND s.live
JOIN payment p ON p.payment_no = s.payment_no
JOIN application a ON a.application_id = p.application_id
JOIN match m ON m.application_id = a.application_id
JOIN current_resident r ON r.resident_no = e.resident_no
WHERE d.application_id = :application
ORDER BY e.resident_no
