-- What the lines of one round apply: payment, whether it was credited, and its file if that was not known to be
-- accepted yet.
SELECT l.payment_no, l.outcome = 'CREDITED' AS credited,
       CASE WHEN f.state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED') THEN f.file_no END AS accepts
FROM result_line l
JOIN result_in i USING (line)
JOIN dispatch_item d ON d.payment_no = l.payment_no
JOIN dispatch_file f ON f.file_no = d.file_no AND f.released_at IS NOT NULL
WHERE l.result_file_no = :file AND i.round = :round AND l.bucket = 'APPLIED'
ORDER BY l.payment_no
