-- Keeps a person's word on an application. Promise: no row if the application was not received.
INSERT INTO match_decision (application_id, verdict, resident_no, decided_by, decided_at, reason)
SELECT application_id, :verdict, :resident, :person, :at, :reason
FROM received_application
WHERE application_id = :application
