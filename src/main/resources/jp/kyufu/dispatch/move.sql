-- Moves files, all of them or none (V110). :told_by and :dated null: the reason speaks for itself.
-- Promise: one row, or the database says what it refuses.
SELECT move_files(:files, CAST(:into AS file_state), :day, :person, :why, :told_by, :dated)::text
