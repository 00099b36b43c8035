-- Payments a file may take now, in order of number. Evaluates the gate once for the whole program.
SELECT payment_no, p.rail::text
FROM payable_now(CAST(:program AS smallint)) JOIN payment p USING (payment_no)
ORDER BY payment_no
