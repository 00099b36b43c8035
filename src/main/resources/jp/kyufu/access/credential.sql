-- The password in force of a person.
-- Promise: one row, none for who has none.
SELECT version, hash, one_time FROM credential WHERE person_id = :id ORDER BY version DESC LIMIT 1
