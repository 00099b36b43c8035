-- Enters a sending into the register (V111). Promise: its number, or the database says what it refuses.
SELECT log_sending(:file, :kind, :day, :person, :how, :to, :sha256)
