-- Payments of a range with amount and sealed destination, in order of number.
-- sealed null: a charge code is issued.
SELECT p.payment_no, p.amount, c.sealed
FROM payment p JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE p.payment_no BETWEEN :first AND :last AND p.program_id = CAST(:program AS smallint)
  AND p.rail = CAST(:rail AS rail) AND p.state = 'PLANNED'
ORDER BY p.payment_no
