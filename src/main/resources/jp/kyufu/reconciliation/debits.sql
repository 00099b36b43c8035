-- Debits that are released files': account, consignor where the line names one, pay date and sum agree, and neither
-- another file nor another line fits. Where several do, but as many lines as files of one program, all of them known to be
-- accepted, every one was debited, though nobody can say by which line: they are one group, by the head that its first line
-- is. Of files that nothing else shows to be accepted that is no proof: one of them may have been sent twice in place of another.
-- Promise: each line and each file once.
SELECT m.line_no, m.file_no, m.head, m.accepts
FROM (
    SELECT k.line_no, k.file_no, k.accepts, min(k.line_no) OVER alike AS head,
           dense_rank() OVER (alike ORDER BY k.line_no) AS line, dense_rank() OVER (alike ORDER BY k.file_no) AS file
    FROM (
        SELECT f.*, bool_and(f.of_one_program) OVER (PARTITION BY f.file_no) AS of_no_other,
               f.files = 1 OR NOT bool_or(f.accepts) OVER (PARTITION BY f.program_id, f.pay_date, f.sum) AS proven
        FROM (
            SELECT b.line_no, d.file_no, d.program_id, d.pay_date, d.sum,
                   d.state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED') AS accepts,
                   count(*) OVER (PARTITION BY b.line_no) AS files, count(*) OVER (PARTITION BY d.file_no) AS lines,
                   min(d.program_id) OVER (PARTITION BY b.line_no) = max(d.program_id) OVER (PARTITION BY b.line_no)
                       AS of_one_program
            FROM statement_bucket b
            JOIN statement_program s USING (statement_no)
            JOIN program p USING (program_id)
            JOIN dispatch_file d ON d.program_id = p.program_id AND d.rail = 'CASH' AND d.pay_date = b.posted_on
                                AND d.sum = b.amount AND d.released_at IS NOT NULL AND d.state <> 'CANCELLED'
            WHERE b.bucket = 'UNEXPLAINED' AND NOT b.credit
              AND (b.consignor_code IS NULL OR b.consignor_code = p.consignor_code)
              AND NOT EXISTS (SELECT 1 FROM cleared c WHERE c.file_no = d.file_no)) f) k
    WHERE k.files = k.lines AND k.of_no_other AND k.proven
    WINDOW alike AS (PARTITION BY k.program_id, k.pay_date, k.sum)) m
WHERE m.line = m.file
ORDER BY m.line_no
