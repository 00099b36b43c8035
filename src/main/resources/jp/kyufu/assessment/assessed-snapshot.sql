-- The register extract that entitlements follow already: that of the last finished run or, before the first, of the
-- opening, which all entitlements then share.
(SELECT snapshot_id FROM assessment_run
 WHERE program_id = :program AND finished_at IS NOT NULL
 ORDER BY run_id DESC LIMIT 1)
UNION ALL
(SELECT since_snapshot FROM entitlement WHERE program_id = :program LIMIT 1)
LIMIT 1
