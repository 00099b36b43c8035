-- Lines of statements and what they stand for have the same sum: debits are released files, credits returned payments.
SELECT head, l.kind, l.sum, t.sum AS cleared
FROM (SELECT c.head, min(c.kind) AS kind, sum(s.amount) AS sum, bool_or(s.credit <> (c.kind = 'RETURN')) AS turned
      FROM clearing c JOIN statement_line s USING (line_no) GROUP BY c.head) l
FULL JOIN (SELECT c.head, sum(coalesce(f.sum, p.amount)) AS sum,
                  bool_or(p.state IS NOT NULL AND p.state <> 'RETURNED') AS wrong
           FROM cleared c LEFT JOIN dispatch_file f USING (file_no) LEFT JOIN payment p USING (payment_no)
           GROUP BY c.head) t USING (head)
WHERE l.sum IS DISTINCT FROM t.sum OR l.turned OR t.wrong
