-- Every line of every result file is in exactly one bucket.
SELECT r.result_file_no, r.lines, l.lines AS kept
FROM result_file r
LEFT JOIN (SELECT result_file_no, count(*) AS lines FROM result_line GROUP BY result_file_no) l USING (result_file_no)
WHERE coalesce(l.lines, 0) <> r.lines
