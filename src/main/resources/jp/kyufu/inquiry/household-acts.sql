-- What people did to any of these objects, the newest first.
-- Promise: at most :most rows. Plan: one pass over the chain, with a hash of the few objects; a household is looked into
-- rarely, and every act pays for an index.
SELECT e.seq, e.at, e.person, e.act, e.object, e.detail::text AS detail
FROM audit_event e
WHERE e.object = ANY (CAST(:objects AS text[])) AND e.act NOT IN ('facts', 'change')
ORDER BY e.seq DESC
LIMIT :most
