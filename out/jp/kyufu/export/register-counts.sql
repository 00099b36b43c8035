-- Residents of the current register, and how many ever had an entitlement of the program.
SELECT (SELECT count(*) FROM current_resident) AS residents,
       (SELECT count(*) FROM entitlement WHERE program_id = :program) AS entitled
