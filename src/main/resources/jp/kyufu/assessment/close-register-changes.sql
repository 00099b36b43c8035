-- Findings on payments against which the register does not speak any more, or whose application is decided anew since its
-- file was taken back. Once credited they stay until a person has looked.
UPDATE finding f SET state = 'MOOT'
FROM payment p
WHERE f.program_id = :program AND f.code = 'REGISTER_CHANGED' AND f.state = 'OPEN' AND p.payment_no = f.payment_no
  AND p.state <> 'SETTLED'
  AND (p.state IN ('RETURNED', 'CANCELLED')
       OR NOT EXISTS (SELECT 1 FROM unnest(CAST(:applications AS bigint[]), CAST(:what AS text[])) AS c (application_id, what)
                      WHERE c.application_id = f.application_id AND c.what = f.detail))
