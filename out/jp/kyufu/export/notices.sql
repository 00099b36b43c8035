-- notices.csv: one line per household for the printer, in order of household; the protected members of a household
-- whose head is not protected have a line of their own (apart = 1), to be sent another way, and their entitlement is
-- not visible from the household's line, which names everybody.
WITH member AS (
    SELECT e.household_no, r.resident_no, r.name, r.postal_code, r.address, r.building, r.birth_date, r.protected,
           r.head AND r.household_no = e.household_no AS heads
    FROM entitlement e JOIN current_resident r USING (resident_no)
    WHERE e.program_id = :program AND e.ineligible_snapshot IS NULL
), house AS (
    SELECT m.household_no,
           min(m.resident_no::text) FILTER (WHERE m.heads) AS head_no,
           min(m.resident_no::text) AS first_no,
           count(*) AS residents,
           string_agg(m.name, '、' ORDER BY m.heads DESC, m.birth_date, m.resident_no) AS members,
           bool_or(m.heads AND m.protected) AS head_protected
    FROM member m GROUP BY m.household_no
)
SELECT h.household_no, CASE WHEN coalesce(h.head_protected, false) THEN '1' ELSE '0' END AS apart,
       t.name, t.postal_code, t.address, t.building, h.residents::text, h.members
FROM house h JOIN member t ON t.resident_no = coalesce(h.head_no, h.first_no)
UNION ALL
SELECT m.household_no, '1', m.name, m.postal_code, m.address, m.building, '1', m.name
FROM member m JOIN house h USING (household_no)
WHERE m.protected AND NOT m.heads AND NOT coalesce(h.head_protected, false)
ORDER BY 1, 2, 3
