-- How many files of a program stand in which state.
SELECT state, count(*) FROM dispatch_file WHERE program_id = :program GROUP BY state ORDER BY state
