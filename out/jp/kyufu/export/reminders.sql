-- reminders.csv: households that have not applied, or whose application waits for a correction by the applicant.
-- Reserved shares of protected members never put a household on the list, nor take it off.
WITH waiting AS (
    SELECT d.household_no, string_agg(DISTINCT c.code, '|' ORDER BY c.code) AS reasons, max(a.receipt_no) AS receipt_no
    FROM decision d JOIN application a USING (application_id)
    CROSS JOIN LATERAL unnest(d.codes) AS c (code)
    WHERE d.program_id = :program AND d.state = 'DEFECTIVE' AND d.members IS NULL AND d.household_no IS NOT NULL
    GROUP BY d.household_no
), addressee AS (
    SELECT DISTINCT ON (e.household_no) e.household_no, r.name, r.postal_code, r.address, r.building, r.protected
    FROM entitlement e JOIN current_resident r USING (resident_no)
    WHERE e.program_id = :program AND e.ineligible_snapshot IS NULL
    ORDER BY e.household_no, r.head DESC, r.resident_no
)
SELECT t.household_no, CASE WHEN t.protected THEN '1' ELSE '0' END AS apart, t.name, t.postal_code, t.address, t.building,
       'DEFECTIVE' AS why, w.receipt_no, w.reasons
FROM addressee t JOIN waiting w USING (household_no)
UNION ALL
SELECT t.household_no, CASE WHEN t.protected THEN '1' ELSE '0' END, t.name, t.postal_code, t.address, t.building,
       'NOT_APPLIED', NULL, NULL
FROM addressee t
WHERE NOT EXISTS (SELECT 1 FROM decision d
                  WHERE d.program_id = :program AND d.household_no = t.household_no AND d.members IS NULL)
ORDER BY 1
