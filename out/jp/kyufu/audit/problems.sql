-- Recomputes the audit chain from its first event.
-- Promise: no row while every event is as it was recorded, none is missing and each holds the hash of the one before.
-- One pass in order of seq; a row for each break. Events cut off the end show in the copies people keep, not here.
SELECT e.seq, p.kind
FROM (
    SELECT audit_event.*,
           lag(seq, 1, 0::bigint) OVER chain AS seq_before,
           lag(hash, 1, decode(repeat('00', 32), 'hex')) OVER chain AS hash_before
    FROM audit_event
    WINDOW chain AS (ORDER BY seq)
) e
CROSS JOIN LATERAL (
    SELECT 'GAP' AS kind WHERE e.seq <> e.seq_before + 1
    UNION ALL
    SELECT 'UNCHAINED' WHERE e.prev_hash <> e.hash_before
    UNION ALL
    SELECT 'CHANGED'
    WHERE e.hash <> audit_hash(e.prev_hash, e.seq, e.at, e.person, e.act, e.object, e.detail)
) p
ORDER BY e.seq, p.kind
