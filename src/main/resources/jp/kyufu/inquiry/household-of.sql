-- The household of an application, by its decision or, before one, its match. Promise: one row at most. Plan: by index.
SELECT coalesce(d.household_no, m.household_no)::text
FROM application a LEFT JOIN decision d USING (application_id) LEFT JOIN match m USING (application_id)
WHERE a.application_id = :application AND coalesce(d.household_no, m.household_no) IS NOT NULL
