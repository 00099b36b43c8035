-- Planned payments with rail, amount and sealed destination, all cash and then all points, each in order of number.
-- sealed null: a charge code is issued. Those that the gate holds are among them.
SELECT p.payment_no, p.amount, c.sealed, p.rail::text
FROM payment p JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE p.program_id = CAST(:program AS smallint) AND p.rail = ANY (CAST(:rails AS rail[])) AND p.state = 'PLANNED'
ORDER BY p.rail, p.payment_no
