-- Open findings of a program by code: how many, and the day of the oldest. The most first.
-- Plan: index finding_open, whose rows are what is open alone.
SELECT code, count(*) AS count, (min(raised_at) AT TIME ZONE 'Asia/Tokyo')::date AS oldest
FROM finding
WHERE program_id = :program AND state = 'OPEN'
GROUP BY code
ORDER BY count(*) DESC, code
