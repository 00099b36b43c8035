-- Keeps an amendment: the terms before it, as they were taken, and after it, as they now stand.
-- Promise: one row, never changed.
INSERT INTO program_amendment (program_id, amended_at, amended_by, before, after)
SELECT program_id, :at, :person, :before::jsonb, :after::jsonb FROM program WHERE program_id = :program
