-- Forms of a few applications that the index knows as received, sealed. Promise: one row each. Plan: by primary key.
SELECT application_id, birth_date, sealed
FROM application
WHERE application_id = ANY (:ids)
