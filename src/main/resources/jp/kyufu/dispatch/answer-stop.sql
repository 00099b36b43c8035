-- Records the bank's answer to a stop (V111). Promise: one row, or the database says what it refuses.
SELECT answer_stop(:stop, :confirmed, :day, :person, :document, :told_by, :dated)::text
