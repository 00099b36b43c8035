-- The newest answers of bank and provider, each with how many of its lines stand in each bucket.
SELECT f.result_file_no, f.rail, f.name, f.received_at, f.received_by, f.lines,
       (SELECT jsonb_object_agg(b.bucket, b.lines)::text
        FROM (SELECT l.bucket, count(*) AS lines FROM result_line l
              WHERE l.result_file_no = f.result_file_no GROUP BY l.bucket) b) AS buckets
FROM result_file f
WHERE f.program_id = :program AND f.result_file_no < :before
ORDER BY f.result_file_no DESC
LIMIT :rows
