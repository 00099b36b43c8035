-- Findings that nobody decided and that no longer have an object: the code is gone, or the application no longer
-- waits for a person.
UPDATE finding f SET state = 'MOOT'
FROM decision d
WHERE f.program_id = :program AND f.state = 'OPEN' AND f.application_id IS NOT NULL AND f.payment_no IS NULL
  AND d.application_id = f.application_id
  AND f.code = ANY (CAST(:codes AS text[]))
  AND (d.state NOT IN ('REVIEW', 'UNMATCHED') OR NOT f.code = ANY (d.codes))
  AND NOT (f.code = 'RECEIPT_CONFLICT' AND f.application_id = ANY (CAST(:conflicts AS bigint[])))
