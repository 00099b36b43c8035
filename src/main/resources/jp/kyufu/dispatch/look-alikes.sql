-- Files that could be taken for others of these: the same count and sum, in order of both numbers.
SELECT file_no, other_no, name, state, pay_date, built_on, released_on
FROM look_alike
WHERE file_no = ANY (:files)
ORDER BY file_no, other_no
