-- Every payment has its account version, on its own rail.
SELECT p.payment_no
FROM payment p
LEFT JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
WHERE c.rail IS DISTINCT FROM p.rail
