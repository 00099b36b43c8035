-- An application as it was handed in and every corrected version of it, the first at the head; :application is any of them.
-- Promise: at least one row for an application that is there. Plan: by index.
SELECT a.application_id, a.receipt_no, a.channel, a.sealed, coalesce(r.version, 1) AS version, r.source, r.reason,
       r.person, r.at
FROM application a LEFT JOIN rectification r USING (application_id)
WHERE a.application_id IN (
    SELECT coalesce((SELECT n.first_id FROM rectification n WHERE n.application_id = :application), :application)
    UNION ALL
    SELECT m.application_id FROM rectification m
    WHERE m.first_id = coalesce((SELECT n.first_id FROM rectification n WHERE n.application_id = :application), :application))
ORDER BY version
