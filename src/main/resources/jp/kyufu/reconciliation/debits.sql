-- Debits that are exactly one released file's: account, consignor where the line names one, pay date and sum agree, and
-- neither another file nor another line fits.
SELECT f.line_no, f.file_no, f.accepts
FROM (
    SELECT b.line_no, d.file_no, d.state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED') AS accepts,
           count(*) OVER (PARTITION BY b.line_no) AS files, count(*) OVER (PARTITION BY d.file_no) AS lines
    FROM statement_bucket b
    JOIN statement_program s USING (statement_no)
    JOIN program p USING (program_id)
    JOIN dispatch_file d ON d.program_id = p.program_id AND d.rail = 'CASH' AND d.pay_date = b.posted_on
                        AND d.sum = b.amount AND d.released_at IS NOT NULL AND d.state <> 'CANCELLED'
    WHERE b.bucket = 'UNEXPLAINED' AND NOT b.credit
      AND (b.consignor_code IS NULL OR b.consignor_code = p.consignor_code)
      AND NOT EXISTS (SELECT 1 FROM cleared c WHERE c.file_no = d.file_no)) f
WHERE f.files = 1 AND f.lines = 1
ORDER BY f.line_no
