-- Adds a built file with its payments to the transaction; take_files then asks for all of them (V110).
-- Promise: the file and all its items, or the statement fails. Gives nothing.
SELECT add_file(:program, CAST(:rail AS rail), :pay_date, :person, :file, :name, :sealed, :sha256, :digest,
    :payments, :amounts, :fingerprints)::text
