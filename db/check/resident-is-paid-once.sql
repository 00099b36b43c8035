-- No resident has two live shares of one program and correction, whatever the index says, nor live shares that together
-- are more than one entitlement. (That a share lives as its payment's state says: share-is-of-its-payment.)
SELECT s.program_id, s.resident_no, s.correction, count(*)
FROM payment_share s
WHERE s.live
GROUP BY s.program_id, s.resident_no, s.correction HAVING count(*) > 1
UNION ALL
SELECT d.program_id, d.resident_no, NULL, count(*)
FROM (SELECT DISTINCT program_id, resident_no FROM payment_share WHERE correction <> 0) d
JOIN payment_share s USING (program_id, resident_no)
JOIN payment p USING (payment_no)
JOIN program g ON g.program_id = d.program_id
WHERE payment_live(p.state)
GROUP BY d.program_id, d.resident_no
HAVING sum(s.amount::numeric * greatest(1, CASE p.rail WHEN 'CASH' THEN g.rate_points ELSE g.rate_cash END))
       > min(greatest(1, g.rate_cash)::numeric * greatest(1, g.rate_points))
