-- Findings about an application or one of its payments, oldest first.
SELECT finding_no, code, state, coalesce(decision, '') AS decision, coalesce(decided_by, '') AS decided_by,
       coalesce(reason, '') AS reason
FROM finding f
WHERE f.application_id = :application
   OR f.payment_no IN (SELECT payment_no FROM payment WHERE application_id = :application)
ORDER BY finding_no
