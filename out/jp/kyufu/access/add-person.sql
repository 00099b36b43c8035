-- Adds a person, or sets the end of one who is known if an end is given.
-- Promise: one row, the id as it was first written (another case than :id shows that it is another person's).
INSERT INTO person AS p (person_id, ends_on, added_by)
VALUES (:id, :endsOn::date, :actor)
ON CONFLICT (lower(person_id)) DO UPDATE SET ends_on =
    CASE WHEN p.person_id = excluded.person_id THEN coalesce(excluded.ends_on, p.ends_on) ELSE p.ends_on END
RETURNING person_id
