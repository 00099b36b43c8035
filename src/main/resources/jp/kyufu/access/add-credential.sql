-- A new password, in force from now on.
-- Promise: one row.
INSERT INTO credential (person_id, version, hash, one_time, set_by)
SELECT :id, coalesce(max(c.version), 0) + 1, :hash, :oneTime, :by FROM credential c WHERE c.person_id = :id
