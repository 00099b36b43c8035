-- The closed days of a program, the newest first.
SELECT closed_on, since, person, at, encode(digest, 'hex') AS digest
FROM day_close WHERE program_id = :program AND closed_on < :before ORDER BY closed_on DESC LIMIT :rows
