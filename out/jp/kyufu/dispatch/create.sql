-- Stores built files of one rail and takes their payments into them; the function holds the gate (V110).
-- Promise: all of them, or the statement fails. Gives nothing.
SELECT create_files(:program, CAST(:rail AS rail), :pay_date, :day, :person, :files, :names, :sealed, :sha256s,
    :digests, :counts, :sums, :payments, :in_files, :fingerprints)::text
