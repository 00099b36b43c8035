-- Events that fit the questions asked (null: not asked), the newest first.
-- Promise: at most :limit rows below :before; the chain is read backwards by its key.
SELECT seq, at, person, act, object, detail::text AS detail, encode(hash, 'hex') AS hash
FROM audit_event
WHERE seq < :before
  AND (:person::text IS NULL OR person = :person)
  AND (:act::text IS NULL OR act = :act)
  AND (:object::text IS NULL OR object LIKE '%' || :object || '%')
  AND (:day::date IS NULL OR at::date = :day)
ORDER BY seq DESC
LIMIT :limit
