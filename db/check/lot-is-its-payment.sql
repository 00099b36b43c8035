-- Every grant that was ever credited is a lot of as many points; a lot that is good or claimed belongs to a settled payment, one
-- that expired or was taken back to a returned one.
SELECT coalesce(l.payment_no, p.payment_no) AS payment_no, l.state AS lot, p.state, l.points, p.amount
FROM point_lot_state l
FULL JOIN (SELECT p.payment_no, p.state, p.amount FROM payment p
           WHERE p.rail = 'POINTS' AND EXISTS (SELECT 1 FROM payment_event e
                                               WHERE e.payment_no = p.payment_no AND e.to_state = 'SETTLED')) p USING (payment_no)
WHERE l.points IS DISTINCT FROM p.amount
   OR p.state::text <> CASE WHEN l.state IN ('GRANTED', 'CLAIMED') THEN 'SETTLED' ELSE 'RETURNED' END
