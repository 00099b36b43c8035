-- A finding for every two numbers of the register, both entitled, that look like one person:
--   SAME_PLACE   same birth date and address, and the same name or kana (keys: width, variants, spaces folded);
--   MOVED        same name, kana (where both have one), birth date and sex at two addresses, and one of them came
--                within 92 days before the reference date or moved out or was struck off within 92 days after it:
--                a move that one office has written down and the other has not, or not yet;
--   BIRTH_SLIP   same name, kana, address and sex, the birth date one digit or an exchange of day and month apart.
-- Two numbers that a person has found to be different persons are not asked about again.
-- Promise: one open finding a pair; running it twice raises nothing the second time.
-- Plan: of the register only the few whose keys occur twice (residents-alike: numbers) are looked up and compared.
WITH entitled AS MATERIALIZED (
    SELECT r.resident_no::text AS no, r.name_key, r.kana_key, r.address_key, r.birth_date, r.sex, r.resident_from,
           CASE WHEN r.left_reason IN ('MOVED_OUT', 'REMOVED') THEN r.left_on END AS left_on
    FROM unnest(CAST(:numbers AS text[])) AS n (resident_no)
    JOIN current_resident r ON r.resident_no = n.resident_no
    CROSS JOIN LATERAL (SELECT FROM entitlement e
                        WHERE e.program_id = :program AND e.resident_no = r.resident_no
                          AND e.ineligible_snapshot IS NULL
                        LIMIT 1) AS e
), alike AS (
    SELECT a.no, b.no AS other_no,
           CASE WHEN a.address_key = b.address_key AND a.address_key <> 0 THEN 'SAME_PLACE' ELSE 'MOVED' END AS pattern,
           a.name_key = b.name_key AND (a.kana_key = b.kana_key OR a.kana_key = 0 OR b.kana_key = 0)
           AND (a.sex = b.sex OR a.sex = '' OR b.sex = '')
           AND (greatest(a.resident_from, b.resident_from) >= CAST(:referenceDate AS date) - 92
                OR least(a.left_on, b.left_on) <= CAST(:referenceDate AS date) + 92) AS moved
    FROM entitled a JOIN entitled b ON b.birth_date = a.birth_date AND b.name_key = a.name_key AND b.no > a.no
    WHERE a.name_key <> 0
    UNION
    SELECT a.no, b.no, 'SAME_PLACE', false
    FROM entitled a
    JOIN entitled b ON b.birth_date = a.birth_date AND b.kana_key = a.kana_key AND b.address_key = a.address_key
                   AND b.no > a.no
    WHERE a.kana_key <> 0 AND a.address_key <> 0
    UNION
    SELECT a.no, b.no, 'BIRTH_SLIP',  false
    FROM entitled a
    JOIN entitled b ON b.name_key = a.name_key AND b.kana_key = a.kana_key AND b.address_key = a.address_key
                   AND b.sex = a.sex AND b.no > a.no AND b.birth_date <> a.birth_date
    WHERE a.name_key <> 0 AND a.kana_key <> 0 AND a.address_key <> 0
      AND ((SELECT count(*) FROM generate_series(1, 8) AS i (i)
            WHERE substr(to_char(a.birth_date, 'YYYYMMDD'), i.i, 1)
               <> substr(to_char(b.birth_date, 'YYYYMMDD'), i.i, 1)) = 1
           OR to_char(a.birth_date, 'YYYYMMDD') = to_char(b.birth_date, 'YYYYDDMM'))
), pairs AS (
    SELECT l.no, l.other_no, max(l.pattern) AS pattern
    FROM alike l
    WHERE l.pattern <> 'MOVED' OR l.moved
    GROUP BY l.no, l.other_no
)
INSERT INTO finding (program_id, code, resident_no, other_resident_no, detail)
SELECT :program, 'REGISTER_DUPLICATE', p.no, p.other_no, p.pattern
FROM pairs p
WHERE NOT EXISTS (SELECT 1 FROM finding f
                  WHERE f.program_id = :program AND f.code = 'REGISTER_DUPLICATE' AND f.state <> 'MOOT'
                    AND f.resident_no = p.no AND f.other_resident_no = p.other_no)
ORDER BY p.no, p.other_no
