-- Asks for a payment to be stopped until :until (V111). Promise: its number, or the database says what it refuses.
SELECT request_stop(:payment, :moment, :until, :person, :reason)
