-- Maker, approver and releaser of a file are different people.
SELECT file_no, built_by, submitted_by, approved_by, released_by
FROM dispatch_file
WHERE approved_by IN (built_by, submitted_by) OR released_by IN (built_by, submitted_by, approved_by)
