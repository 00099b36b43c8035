-- Takes a resident's decline back, by the ledger's function (V104): all of it or nothing.
-- Promise: one row, the number of what was recorded.
SELECT take_back_decline(CAST(:program AS smallint), :resident, :today, :person, :reason, :evidence)
