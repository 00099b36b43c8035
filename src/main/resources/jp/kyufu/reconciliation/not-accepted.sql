-- Those of the files whose acceptance is not recorded yet.
SELECT file_no FROM dispatch_file
WHERE file_no = ANY (:files) AND state IN ('RELEASED', 'UNKNOWN', 'CANCEL_REQUESTED')
ORDER BY file_no
