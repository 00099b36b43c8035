-- How many lines of a statement stand in each bucket.
SELECT bucket, count(*) FROM statement_bucket WHERE statement_no = :statement GROUP BY bucket
