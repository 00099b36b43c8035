-- Files whose import broke off and that somebody discarded, the newest first, each with its upload while that is not complete.
-- Promise: about :rows rows. Plan: index audit_event_given_up; uploads are few.
SELECT substr(e.object, 8) AS name, e.detail->>'kind' AS kind, e.person, e.at, coalesce(e.detail->>'reason', '') AS reason,
       f.file_id
FROM audit_event e
LEFT JOIN intake_file f ON f.kind = e.detail->>'kind' AND encode(f.sha256, 'hex') = e.detail->>'sha256'
                       AND f.completed_at IS NULL
WHERE e.act = 'upload.give-up'
ORDER BY e.seq DESC
LIMIT :rows
