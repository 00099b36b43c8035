-- Whether these bytes were imported as a register and are complete.
-- Promise: one row.
SELECT EXISTS (SELECT 1 FROM intake_file
               WHERE kind = 'REGISTER' AND sha256 = :sha256 AND completed_seq IS NOT NULL)
