-- Findings about paid households that have no object any more.
UPDATE finding f SET state = 'MOOT'
WHERE f.program_id = :program AND f.state = 'OPEN' AND f.code IN ('SHARE_UNPAID', 'CLAIM_DIFFERS')
  AND NOT EXISTS (SELECT 1 FROM correction_due c
                  WHERE c.program_id = f.program_id AND c.code = f.code AND c.payment_no = f.payment_no
                    AND c.application_id IS NOT DISTINCT FROM f.application_id
                    AND c.resident_no IS NOT DISTINCT FROM f.resident_no)
