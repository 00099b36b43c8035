-- Count and sum of a file are those of its items, and no file is empty.
SELECT f.file_no, f.count, f.sum, i.count AS items, i.sum AS item_sum
FROM dispatch_file f
LEFT JOIN (SELECT file_no, count(*) AS count, sum(amount) AS sum FROM dispatch_item GROUP BY file_no) i USING (file_no)
WHERE i.count IS DISTINCT FROM f.count OR i.sum IS DISTINCT FROM f.sum
