-- Received applications of a program, for training. Promise: one row each, in order, so that a seed gives the same model.
SELECT application_id, printed_household, birth_date, sealed
FROM received_application
WHERE program_id = :program
ORDER BY application_id
