-- Every file of a program in order of number.
SELECT file_no, rail, pay_date, encode(sha256, 'hex') AS sha256, count, sum, encode(digest, 'hex') AS digest, state, name
FROM dispatch_file WHERE program_id = :program ORDER BY file_no
