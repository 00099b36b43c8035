-- What the last run stored of an application. Promise: at most one row. Plan: by primary key.
SELECT method, resident_no, household_no, code, weight, gap, pattern, model
FROM match
WHERE application_id = :application
