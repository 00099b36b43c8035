-- The lines of a closed day's sheet.
SELECT * FROM day_close_line WHERE program_id = :program AND closed_on = :day ORDER BY rail, state
