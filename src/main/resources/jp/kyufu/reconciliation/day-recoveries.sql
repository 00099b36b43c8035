-- What was to come back from residents, on a closed day's sheet.
SELECT * FROM day_close_recovery WHERE program_id = :program AND closed_on = :day ORDER BY rail
