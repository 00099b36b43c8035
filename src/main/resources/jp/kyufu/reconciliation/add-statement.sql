-- Stores one account's part of a statement file with how many of its lines were told before.
-- Promise: its number.
INSERT INTO statement (name, sha256, bank, branch, account_type, account, made_on, from_day, to_day, opening, closing,
                       lines, repeated, received_by)
SELECT :name, :sha256, :bank, :branch, :type, :account, :made, :from, :to, :opening, :closing,
       count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 FROM statement_line l WHERE l.identity = i.identity)), :person
FROM statement_in i
RETURNING statement_no
