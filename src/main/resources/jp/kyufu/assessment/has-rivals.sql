-- Whether another program excludes this one, is excluded by it, or is a round of the same benefit.
SELECT EXISTS (SELECT 1 FROM rival WHERE program_id = :program)
