-- Keeps a note of a call. Promise: one row.
INSERT INTO contact (program_id, household_no, application_id, relation, topic, sealed, person, at)
VALUES (:program, :household, :application, :relation, :topic, :sealed, :person, :at)
