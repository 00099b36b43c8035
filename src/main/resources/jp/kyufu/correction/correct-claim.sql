-- Corrects a paid claim by the ledger's function (V102): all of it or nothing.
-- Promise: one row, the number of the correction.
SELECT correct_claim(:payment, :declines, :claims, :today, :person, :reason, :evidence)
