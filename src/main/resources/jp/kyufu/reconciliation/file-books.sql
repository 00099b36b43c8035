-- What was sent with every released file of a program and what became of it.
SELECT * FROM file_books WHERE program_id = :program ORDER BY file_no
