-- One received application by its keys, in the order of waiting-new. Promise: one row, if it was received.
SELECT application_id, printed_household, birth_date, name_written_key, name_key, kana_key, address_key
FROM received_application
WHERE application_id = :application
