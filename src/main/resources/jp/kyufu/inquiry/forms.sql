-- Forms of a few received applications, sealed. Promise: one row each. Plan: by primary key.
SELECT application_id, birth_date, sealed
FROM received_application
WHERE application_id = ANY (:ids)
