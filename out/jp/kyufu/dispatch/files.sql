-- Files, all of a program or certain ones, in order of number and without their bytes.
-- :files null: every file of :program. :program null: of any program.
SELECT file_no, program_id, rail, pay_date, name, state, count, sum, encode(sha256, 'hex') AS sha256,
       encode(digest, 'hex') AS digest, built_by, submitted_by, approved_by, released_by,
       (released_at AT TIME ZONE 'Asia/Tokyo')::date AS released_on
FROM dispatch_file
WHERE (CAST(:program AS smallint) IS NULL OR program_id = :program)
  AND (CAST(:files AS integer[]) IS NULL OR file_no = ANY (:files))
ORDER BY file_no
