-- DuckDB: the exact passes on what the number left, strictest first, each accepted when it finds one. An application
-- whose number a household has is left to scoring.
-- Promise: at most one row an application. Plan: hash joins and anti joins only.
INSERT INTO exact
WITH rest AS MATERIALIZED (
    SELECT * FROM application a
    WHERE NOT EXISTS (SELECT 1 FROM exact e WHERE e.id = a.id)
      AND NOT EXISTS (SELECT 1 FROM resident r WHERE r.printed = a.printed)
), pass_1 AS MATERIALIZED (
    SELECT a.id, min(r.rid) AS rid, count(*) AS n
    FROM rest a JOIN resident r
      ON r.folded = a.folded AND r.kana = a.kana AND r.birth = a.birth AND r.address = a.address
    GROUP BY a.id
), pass_2 AS MATERIALIZED (
    SELECT a.id, min(r.rid) AS rid, count(*) AS n
    FROM rest a JOIN resident r ON r.folded = a.folded AND r.birth = a.birth AND r.address = a.address
    WHERE NOT EXISTS (SELECT 1 FROM pass_1 p WHERE p.id = a.id)
    GROUP BY a.id
), pass_3 AS (
    SELECT a.id, min(r.rid) AS rid, count(*) AS n
    FROM rest a JOIN resident r ON r.kana = a.kana AND r.birth = a.birth AND r.address = a.address
    WHERE NOT EXISTS (SELECT 1 FROM pass_1 p WHERE p.id = a.id)
      AND NOT EXISTS (SELECT 1 FROM pass_2 p WHERE p.id = a.id)
    GROUP BY a.id
)
SELECT id, rid FROM pass_1 WHERE n = 1
UNION ALL SELECT id, rid FROM pass_2 WHERE n = 1
UNION ALL SELECT id, rid FROM pass_3 WHERE n = 1
