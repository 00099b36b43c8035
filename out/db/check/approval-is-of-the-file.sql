-- What was approved is what is there: bytes, count, sum and digest, by the person the file names.
SELECT f.file_no, f.state
FROM dispatch_file f LEFT JOIN approval a USING (file_no)
WHERE (f.approved_by IS NULL) <> (a.file_no IS NULL)
   OR a.person <> f.approved_by OR a.sha256 <> f.sha256 OR a.digest <> f.digest
   OR a.count <> f.count OR a.sum <> f.sum
