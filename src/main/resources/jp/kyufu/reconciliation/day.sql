-- The head of a closed day's sheet.
SELECT since, person, encode(previous, 'hex'), encode(digest, 'hex')
FROM day_close WHERE program_id = :program AND closed_on = :day
