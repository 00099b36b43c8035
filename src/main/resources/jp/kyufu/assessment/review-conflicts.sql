-- Rows that came later under the receipt number of an application with other content: where they stand.
SELECT i.name, c.line FROM receipt_conflict c JOIN intake_file i USING (file_id)
WHERE c.application_id = :application
ORDER BY c.file_id, c.line
LIMIT 20
