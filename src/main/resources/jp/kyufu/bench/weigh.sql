-- DuckDB: the weight of every pair in bits: the model's for each level, a value's own frequency where the two are equal
-- in name or birth date, less the size of the register.
-- Promise: one row a pair. Plan: joins of the pairs with small tables of frequencies.
CREATE OR REPLACE TABLE weighed AS
WITH size AS (
    SELECT count(*) AS n FROM resident
), names AS (
    SELECT folded, count(*) AS n FROM resident
    WHERE folded IN (SELECT c.folded FROM compared c) GROUP BY folded
), births AS (
    SELECT birth AS born, count(*) AS n FROM resident GROUP BY birth
)
SELECT c.id, c.rid, c.has_left, c.name, c.kana, c.birth,
       -log2(size.n)
       + CASE WHEN c.name <= 1 OR c.name = 3
              THEN coalesce(:NAME [c.name + 1], 0) - log2(names.n / size.n) + log2(1e-5)
              ELSE coalesce(:NAME [c.name + 1], 0) END
       + coalesce(:KANA [c.kana + 1], 0)
       + CASE WHEN c.birth = 0 THEN coalesce(:BIRTH [1], 0) - log2(births.n / size.n) + log2(4e-5)
              ELSE coalesce(:BIRTH [c.birth + 1], 0) END
       + coalesce(:ADDRESS [c.address + 1], 0)
       + least(coalesce(:NUMBER [c.number + 1], 0), 4) AS weight
FROM compared c
CROSS JOIN size
LEFT JOIN names USING (folded)
LEFT JOIN births USING (born)
