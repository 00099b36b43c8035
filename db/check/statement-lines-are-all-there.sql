-- Every line of every statement is kept once and stands in exactly one bucket.
SELECT s.statement_no, s.lines - s.repeated AS lines, count(l.line_no) AS kept,
       count(*) FILTER (WHERE c.line_no IS NOT NULL AND e.ref IS NOT NULL) AS in_two
FROM statement s
LEFT JOIN statement_line l USING (statement_no)
LEFT JOIN clearing c USING (line_no)
LEFT JOIN explanation e ON e.kind = 'STATEMENT_LINE' AND e.ref = l.line_no::text
GROUP BY s.statement_no, s.lines, s.repeated
HAVING s.lines - s.repeated <> count(l.line_no) OR bool_or(c.line_no IS NOT NULL AND e.ref IS NOT NULL)
