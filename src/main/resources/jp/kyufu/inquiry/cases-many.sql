-- Who opened more cases than usual since a moment and why, the newest first.
-- Promise: at most :most rows. Plan: by the index on what calls leave in the chain, of every person.
SELECT e.at, e.person, (e.detail ->> 'opened')::integer AS opened, e.detail ->> 'reason' AS reason
FROM audit_event e
WHERE e.act = 'call.many' AND e.act IN ('call.view', 'call.many') AND e.at > :since
ORDER BY e.at DESC, e.seq DESC
LIMIT :most
