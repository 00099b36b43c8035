-- Takes back the newest word on an application that still holds; the one before it, if any, holds again.
-- Promise: at most one row.
UPDATE match_decision
SET revoked_by = :person, revoked_at = :at
WHERE decision_no = (SELECT max(decision_no) FROM match_decision
                     WHERE application_id = :application AND revoked_at IS NULL)
