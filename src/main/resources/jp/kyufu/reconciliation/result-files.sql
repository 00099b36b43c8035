-- The newest answers of bank and provider, each with how many of its lines stand in each bucket.
-- Plan: what was applied is what no other bucket holds, so that the index of the others is all that is read.
SELECT f.result_file_no, f.rail, f.name, f.received_at, f.received_by, f.lines,
       (SELECT jsonb_object_agg(b.bucket, b.lines)::text
        FROM (SELECT l.bucket, count(*) AS lines FROM result_line l
              WHERE l.result_file_no = f.result_file_no AND l.bucket <> 'APPLIED' GROUP BY l.bucket
              UNION ALL
              SELECT 'APPLIED', f.lines - count(*) FROM result_line l
              WHERE l.result_file_no = f.result_file_no AND l.bucket <> 'APPLIED') b
        WHERE b.lines > 0) AS buckets
FROM result_file f
WHERE f.program_id = :program AND f.result_file_no < :before
ORDER BY f.result_file_no DESC
LIMIT :rows
