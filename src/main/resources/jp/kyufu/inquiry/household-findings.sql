-- Findings about a household, its members, its applications or their payments, whatever became of them.
-- Promise: a few numbers. Plan: one pass over findings, which are few beside applications.
SELECT f.finding_no
FROM finding f
WHERE f.program_id = :program
  AND (f.household_no = :household
       OR f.resident_no = ANY (CAST(:members AS text[]))
       OR f.other_resident_no = ANY (CAST(:members AS text[]))
       OR f.application_id = ANY (CAST(:applications AS bigint[]))
       OR f.payment_no = ANY (CAST(:payments AS bigint[])))
