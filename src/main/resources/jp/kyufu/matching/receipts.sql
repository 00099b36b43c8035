-- Received applications of a program that carry a receipt number, of one channel if given.
-- Promise: one row, unless two channels share the number. Plan: by index on the receipt number.
SELECT application_id
FROM received_application
WHERE program_id = :program AND receipt_no = :receipt AND channel = coalesce(:channel, channel)
ORDER BY application_id
