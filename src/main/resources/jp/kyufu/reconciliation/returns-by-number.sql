-- Credits that carry the number of a payment that was sent from the statement's account, with its amount.
SELECT f.line_no, f.payment_no, f.program_id, f.state, f.accepts
FROM (
    SELECT b.line_no, p.payment_no, p.program_id, p.state,
           CASE WHEN d.state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED') THEN d.file_no END AS accepts,
           count(*) OVER (PARTITION BY p.payment_no) AS lines
    FROM statement_bucket b
    JOIN payment p ON p.payment_no = b.payment_no AND p.amount = b.amount AND p.rail = 'CASH'
    JOIN statement_program s ON s.statement_no = b.statement_no AND s.program_id = p.program_id
    JOIN dispatch_item i ON i.payment_no = p.payment_no
    JOIN dispatch_file d ON d.file_no = i.file_no AND d.released_at IS NOT NULL
    WHERE b.bucket = 'UNEXPLAINED' AND b.credit AND p.state IN ('RELEASED', 'ACCEPTED', 'SETTLED', 'RETURNED')
      AND NOT EXISTS (SELECT 1 FROM cleared c WHERE c.payment_no = p.payment_no)) f
WHERE f.lines = 1
ORDER BY f.line_no
