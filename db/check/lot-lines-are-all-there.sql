-- Every line of every file about lots is in exactly one bucket.
SELECT f.lot_file_no, f.lines, l.lines AS kept
FROM point_lot_file f
LEFT JOIN (SELECT lot_file_no, count(*) AS lines FROM point_lot_line GROUP BY lot_file_no) l USING (lot_file_no)
WHERE coalesce(l.lines, 0) <> f.lines
