-- The channels through which a program has received applications.
-- Plan: from each to the next by the index on program, channel and receipt number.
WITH RECURSIVE channels AS (
    (SELECT channel FROM application WHERE program_id = :program ORDER BY channel LIMIT 1)
    UNION ALL
    SELECT (SELECT a.channel FROM application a WHERE a.program_id = :program AND a.channel > c.channel
            ORDER BY a.channel LIMIT 1)
    FROM channels c WHERE c.channel IS NOT NULL
)
SELECT channel FROM channels WHERE channel IS NOT NULL ORDER BY channel
