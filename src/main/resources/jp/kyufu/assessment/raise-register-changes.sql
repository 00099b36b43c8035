-- A finding for every payment without an outcome against which the register speaks now: the gate holds it before its
-- release, and after it the finding is what a stop is asked for by. What a person has confirmed is not asked again.
-- Promise: running it twice raises nothing the second time.
SELECT count(raise_finding(:program, 'REGISTER_CHANGED', p.application_id, p.payment_no, NULL, NULL, c.what))
FROM unnest(CAST(:applications AS bigint[]), CAST(:what AS text[])) AS c (application_id, what)
JOIN payment p USING (application_id)
WHERE p.state IN ('PLANNED', 'IN_FILE', 'RELEASED', 'ACCEPTED')
  AND NOT EXISTS (SELECT 1 FROM finding f
                  WHERE f.payment_no = p.payment_no AND f.code = 'REGISTER_CHANGED' AND f.detail = c.what
                    AND f.state = 'RESOLVED')
