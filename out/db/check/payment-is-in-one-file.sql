-- A payment that is in a file or went out with one is in exactly one file that was not rejected or withdrawn; any other
-- is in none.
SELECT p.payment_no, p.state, coalesce(i.files, 0) AS files
FROM payment p
LEFT JOIN (
    SELECT i.payment_no, count(*) AS files
    FROM dispatch_item i JOIN dispatch_file f USING (file_no)
    WHERE f.state NOT IN ('REJECTED', 'WITHDRAWN')
    GROUP BY i.payment_no) i USING (payment_no)
WHERE coalesce(i.files, 0) <> CASE WHEN p.state IN ('PLANNED', 'CANCELLED') THEN 0 ELSE 1 END
