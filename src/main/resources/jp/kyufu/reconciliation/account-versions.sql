-- Every version of where an application's payments go, oldest first, masked.
SELECT version, rail, last3, (changed_at AT TIME ZONE 'Asia/Tokyo')::date AS since, changed_by, reason, evidence
FROM account WHERE application_id = :application
ORDER BY version
