-- Records that a resident declines, by the ledger's function (V104): all of it or nothing.
-- Promise: one row, the number of the decline.
SELECT decline_resident(CAST(:program AS smallint), :resident, :today, :person, :reason, :evidence)
