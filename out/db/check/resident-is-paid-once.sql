-- No resident has two live shares of one program and correction, whatever the index says.
SELECT s.program_id, s.resident_no, s.correction, count(*)
FROM payment_share s JOIN payment p USING (payment_no)
WHERE payment_live(p.state)
GROUP BY s.program_id, s.resident_no, s.correction HAVING count(*) > 1
