-- The applications that have some receipt numbers of a channel; open_file names their upload while it is not complete.
-- Numbers above the highest that is taken need no look-up, and in a file in order of number that is all of them.
-- Promise: at most one row for each number.
-- Plan: the unique key once for the highest number and once for each number that is not above it; a scan of application
-- for each thousand rows would be wrong, whatever the statistics of a growing table say.
WITH highest AS MATERIALIZED (
    SELECT max(receipt_no) AS receipt_no FROM application WHERE program_id = :program AND channel = :channel)
SELECT a.receipt_no, a.application_id, a.content_digest, a.file_id,
       CASE WHEN f.completed_seq IS NULL THEN f.name ELSE '' END AS open_file
FROM unnest(:numbers::text[]) AS wanted (receipt_no)
    CROSS JOIN LATERAL (SELECT receipt_no, application_id, content_digest, file_id FROM application
                        WHERE program_id = :program AND channel = :channel
                          AND receipt_no = wanted.receipt_no COLLATE "C"
                        LIMIT 1) AS a
    JOIN intake_file AS f USING (file_id)
WHERE wanted.receipt_no COLLATE "C" <= (SELECT receipt_no FROM highest)
