-- DuckDB: pairs of ids that share a blocking key, each once; every key an equality, none with OR.
-- Promise: nothing but ids. Plan: one hash join a key, then one distinct.
CREATE OR REPLACE TABLE pair AS
WITH rest AS MATERIALIZED (
    SELECT * FROM application a WHERE NOT EXISTS (SELECT 1 FROM exact e WHERE e.id = a.id)
)
SELECT a.id, r.rid FROM rest a JOIN resident r ON r.printed = a.printed
UNION SELECT a.id, r.rid FROM rest a JOIN resident r ON r.folded = a.folded AND r.birth = a.birth
UNION SELECT a.id, r.rid FROM rest a JOIN resident r ON r.kana = a.kana AND r.birth = a.birth
UNION SELECT a.id, r.rid FROM rest a JOIN resident r ON r.turned = a.folded AND r.birth = a.birth
UNION SELECT a.id, r.rid FROM rest a JOIN resident r ON r.given = a.given AND r.birth = a.birth
UNION SELECT a.id, r.rid FROM rest a JOIN resident r ON r.kana = a.kana AND r.town = a.town
UNION SELECT a.id, r.rid FROM rest a JOIN resident r ON r.address = a.address
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.surname = a.surname AND r.town = a.town AND r.numbers = a.numbers
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.folded = a.folded AND year(r.birth) = year(a.birth) AND month(r.birth) = month(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.folded = a.folded AND year(r.birth) = year(a.birth) AND day(r.birth) = day(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.folded = a.folded AND month(r.birth) = month(a.birth) AND day(r.birth) = day(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.folded = a.folded AND year(r.birth) = year(a.birth) AND month(r.birth) = day(a.birth)
   AND day(r.birth) = month(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.kana = a.kana AND year(r.birth) = year(a.birth) AND month(r.birth) = month(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.kana = a.kana AND year(r.birth) = year(a.birth) AND day(r.birth) = day(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.kana = a.kana AND month(r.birth) = month(a.birth) AND day(r.birth) = day(a.birth)
UNION SELECT a.id, r.rid FROM rest a JOIN resident r
    ON r.kana = a.kana AND year(r.birth) = year(a.birth) AND month(r.birth) = day(a.birth)
   AND day(r.birth) = month(a.birth)
