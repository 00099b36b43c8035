-- People with their roles: one, or everybody where :id is null.
-- Promise: a row for each person, in order of id.
SELECT p.person_id, p.ends_on,
       array(SELECT r.role FROM person_role r WHERE r.person_id = p.person_id ORDER BY r.role) AS roles
FROM person p
WHERE :id::text IS NULL OR p.person_id = :id
ORDER BY p.person_id COLLATE "C"
