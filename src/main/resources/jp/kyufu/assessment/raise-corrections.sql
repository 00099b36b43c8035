-- A finding for everything a paid household may need to be corrected in (V102); never a payment. What a person has decided
-- about the same is not asked again.
-- Promise: running it twice raises nothing the second time.
SELECT count(raise_finding(c.program_id, c.code, c.application_id, c.payment_no, NULL, c.resident_no, '')::text)
FROM correction_due c
WHERE c.program_id = :program
  AND NOT EXISTS (SELECT 1 FROM finding f
                  WHERE f.code = c.code AND f.payment_no = c.payment_no AND f.state = 'RESOLVED'
                    AND f.application_id IS NOT DISTINCT FROM c.application_id
                    AND f.resident_no IS NOT DISTINCT FROM c.resident_no)
