-- Payment numbers run from 1 to the counter without a gap.
SELECT c.last_no, count(p.payment_no), min(p.payment_no), max(p.payment_no)
FROM payment_counter c LEFT JOIN payment p ON true
GROUP BY c.last_no
HAVING count(p.payment_no) <> c.last_no OR coalesce(min(p.payment_no), 1) <> 1
    OR coalesce(max(p.payment_no), 0) <> c.last_no
