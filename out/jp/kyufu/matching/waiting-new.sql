-- Received applications of a program that were never looked at.
-- Promise: one row each, in no order. Plan: hash anti join; the sealed form stays where it is.
SELECT a.application_id, a.printed_household, a.birth_date,
       a.name_written_key, a.name_key, a.kana_key, a.address_key
FROM received_application a
WHERE a.program_id = :program
  AND NOT EXISTS (SELECT 1 FROM match m WHERE m.application_id = a.application_id)
