-- DuckDB: the level of every fact of every pair, numbered as Fact numbers them; null where a side is missing.
-- Promise: each similarity is computed once a pair.
CREATE OR REPLACE TABLE compared AS
WITH distances AS (
    SELECT p.id, p.rid, a.name AS a_name, r.name AS r_name, a.folded AS a_folded, r.folded AS r_folded, r.turned,
           a.surname AS a_surname, r.surname AS r_surname, a.given AS a_given, r.given AS r_given,
           a.kana AS a_kana, r.kana AS r_kana, a.birth AS a_birth, r.birth AS r_birth,
           a.address AS a_address, r.address AS r_address, a.town AS a_town, r.town AS r_town,
           a.printed AS a_printed, r.printed AS r_printed, r.has_left,
           CASE WHEN a.folded <> r.folded THEN levenshtein(a.folded, r.folded) END AS name_distance,
           CASE WHEN a.kana <> r.kana THEN levenshtein(a.kana, r.kana) END AS kana_distance,
           CASE WHEN a.birth <> r.birth
                THEN hamming(strftime(a.birth, '%Y%m%d'), strftime(r.birth, '%Y%m%d')) END AS birth_distance
    FROM pair p JOIN application a USING (id) JOIN resident r USING (rid)
), levels AS (
    SELECT *,
           CASE WHEN a_name IS NULL OR r_name IS NULL THEN NULL
                WHEN a_name = r_name THEN 0
                WHEN a_folded = r_folded THEN 1
                WHEN a_folded = turned THEN 3
                WHEN name_distance <= 1 THEN 5
                WHEN name_distance = 2 AND least(length(a_folded), length(r_folded)) >= 8 THEN 6
                WHEN a_given = r_given OR a_folded LIKE '%' || r_given THEN 7
                WHEN a_surname = r_surname OR a_folded LIKE r_surname || '%' THEN 8
                ELSE 9 END AS name,
           CASE WHEN a_kana IS NULL OR r_kana IS NULL THEN NULL
                WHEN a_kana = r_kana THEN 0
                WHEN kana_distance <= CASE WHEN least(length(a_kana), length(r_kana)) >= 8 THEN 2 ELSE 1 END THEN 1
                ELSE 2 END AS reading
    FROM distances
)
SELECT id, rid, has_left, name, r_folded AS folded, r_birth AS born, r_address AS address_text,
       reading + CASE WHEN name <= 4 THEN 0 WHEN name <= 6 THEN 3 WHEN name <= 8 THEN 6 ELSE 9 END AS kana,
       CASE WHEN a_birth IS NULL OR r_birth IS NULL THEN NULL
            WHEN a_birth = r_birth THEN 0
            WHEN year(a_birth) = year(r_birth) AND month(a_birth) = day(r_birth) AND day(a_birth) = month(r_birth) THEN 1
            WHEN birth_distance = 1 THEN 2
            WHEN abs(year(a_birth) - year(r_birth)) = 1 AND month(a_birth) = month(r_birth)
                 AND day(a_birth) = day(r_birth) THEN 3
            WHEN abs(year(a_birth) - year(r_birth)) IN (14, 30, 44, 63) AND month(a_birth) = month(r_birth)
                 AND day(a_birth) = day(r_birth) THEN 4
            ELSE 5 END AS birth,
       CASE WHEN a_address IS NULL OR r_address IS NULL THEN NULL
            WHEN a_address = r_address THEN 0
            WHEN r_address LIKE a_address || '-%' OR a_address LIKE r_address || '-%' THEN 1
            WHEN a_town = r_town AND levenshtein(a_address, r_address) = 1 THEN 2
            WHEN a_town = r_town THEN 3
            ELSE 4 END AS address,
       CASE WHEN a_printed IS NULL THEN NULL WHEN a_printed = r_printed THEN 0 ELSE 1 END AS number
FROM levels
