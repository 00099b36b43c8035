-- DuckDB: the printed number confirmed by name or reading and birth date of one member.
-- Promise: at most one row an application. Plan: one hash join.
CREATE OR REPLACE TABLE exact AS
SELECT a.id, min(r.rid) AS rid
FROM application a JOIN resident r ON r.printed = a.printed AND r.birth = a.birth
WHERE r.name = a.name OR r.folded = a.folded OR r.kana = a.kana
GROUP BY a.id HAVING count(*) = 1
