-- Grants a role.
-- Promise: one row changed, none if the person has the role already.
INSERT INTO person_role (person_id, role, granted_by)
VALUES (:id, :role, :actor)
ON CONFLICT (person_id, role) DO NOTHING
