-- A payment under a stop is where it was, has one open stop, and came back where the bank confirmed it.
SELECT s.stop_no, s.payment_no, p.state, a.outcome
FROM payment_stop s JOIN payment p USING (payment_no) LEFT JOIN stop_answer a USING (stop_no)
WHERE a.outcome IS NULL AND p.state NOT IN ('RELEASED', 'ACCEPTED')
   OR a.outcome = 'CONFIRMED' AND p.state <> 'RETURNED'
   OR s.requested_at > s.deadline
   OR a.outcome IS NULL AND EXISTS (SELECT 1 FROM open_stop o WHERE o.payment_no = s.payment_no AND o.stop_no <> s.stop_no)
