-- Takes over what differs from the last run; the trigger keeps the earlier version.
UPDATE decision d
SET run_id = c.run_id, state = c.state, codes = c.codes, household_no = c.household_no, rail = c.rail,
    amount = c.amount, residents = c.residents, members = c.members, declined = c.declined,
    reserved = c.reserved, duplicate_of = c.duplicate_of
FROM changed_decision c
WHERE d.application_id = c.application_id
