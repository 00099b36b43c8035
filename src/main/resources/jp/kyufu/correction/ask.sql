-- Asks for what another person must do to a case (V102); no amount: all there is.
-- Promise: one row, the number of the request.
SELECT ask_recovery(:case, :kind, CAST(:amount AS bigint), :today, :person, :reason, :evidence)
