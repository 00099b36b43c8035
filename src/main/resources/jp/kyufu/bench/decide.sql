-- DuckDB: what becomes of every application: the exact resident, or the best by weight where it is heavy enough, ahead
-- of the next, and the person confirmed.
-- Promise: one row an application; rid is null where a person must look or nobody was found.
CREATE OR REPLACE TABLE decision AS
WITH ranked AS (
    SELECT id, rid, name, kana, birth, weight,
           lead(weight) OVER w AS next_weight,
           row_number() OVER w AS place
    FROM weighed
    WINDOW w AS (PARTITION BY id ORDER BY weight DESC, has_left, rid)
), scored AS (
    SELECT id, rid, weight FROM ranked
    WHERE place = 1 AND weight >= :accept AND (next_weight IS NULL OR weight - next_weight >= :gap)
      AND (birth = 0 AND (name <= 5 OR kana % 3 = 0) OR birth BETWEEN 1 AND 4 AND (name <= 4 OR kana % 3 = 0))
), found AS (
    SELECT id, rid, NULL AS weight FROM exact
    UNION ALL
    SELECT id, rid, weight FROM scored
)
SELECT a.id, f.rid, r.resident_no, f.weight
FROM application a
LEFT JOIN found f USING (id)
LEFT JOIN resident r ON r.rid = f.rid
