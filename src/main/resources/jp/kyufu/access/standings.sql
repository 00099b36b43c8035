-- How everybody who has a password last came in.
-- Promise: a row for each person with a password, in order of id.
SELECT c.person_id AS person, c.one_time, c.set_at,
       (SELECT max(s.at) FROM sign_in s WHERE s.person_id = c.person_id AND s.outcome = 'in') AS last_in
FROM (SELECT DISTINCT ON (person_id) * FROM credential ORDER BY person_id, version DESC) c
ORDER BY c.person_id COLLATE "C"
