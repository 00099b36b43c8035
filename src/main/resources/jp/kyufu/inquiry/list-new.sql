-- The same of those that no assessment has seen. Plan: an anti join of two primary keys.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, 'NEW' AS state,
       '{}'::text[] AS codes, NULL AS household_no, NULL AS resident_no, NULL AS method,
       NULL AS rail, NULL::bigint AS amount, false AS guarded
FROM received_application a
WHERE a.program_id = :program AND (:channel = '' OR a.channel = :channel) AND a.application_id > :key
  AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.application_id = a.application_id)
ORDER BY a.application_id
LIMIT :rows
