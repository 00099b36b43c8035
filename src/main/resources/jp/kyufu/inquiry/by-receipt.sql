-- Received applications of a program by receipt number: several when channels share it. Plan: by index on the number.
SELECT application_id
FROM received_application
WHERE program_id = :program AND receipt_no = :receipt
ORDER BY channel
