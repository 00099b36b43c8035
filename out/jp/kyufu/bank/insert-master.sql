-- Begins a new bank master; its branches follow in the same transaction.
-- Promise: one row, and its number is higher than that of every master before it.
INSERT INTO bank_master (file_name, sha256, imported_at, imported_by, rows, completed)
VALUES (:file, :sha256, :at, :person, :rows, true)
RETURNING master_id
