-- A page of the files of a program, the newest first, without their bytes. :states null: of any state; :rail null: of
-- both rails; :before: files of lower numbers only.
SELECT file_no, program_id, rail, pay_date, name, state, count, sum, encode(sha256, 'hex') AS sha256,
       encode(digest, 'hex') AS digest, built_by, submitted_by, approved_by, released_by,
       (released_at AT TIME ZONE 'Asia/Tokyo')::date AS released_on
FROM dispatch_file
WHERE program_id = :program AND file_no < :before
  AND (CAST(:state AS file_state) IS NULL OR state = CAST(:state AS file_state))
  AND (CAST(:rail AS rail) IS NULL OR rail = CAST(:rail AS rail))
ORDER BY file_no DESC
LIMIT :rows
