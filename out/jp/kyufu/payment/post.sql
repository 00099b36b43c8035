-- Posts a movement of payments other than into a file and out of it.
-- Promise: all of them move, or the statement fails and none does. Gives how many.
SELECT post_payments(
    new_posting(:program, :day, :person, :act, :why, :cause),
    :payments, CAST(:from AS payment_state[]), CAST(:into AS payment_state))
