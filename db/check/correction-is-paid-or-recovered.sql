-- Every further payment is of residents whom its correction says were unpaid, and every one of those has it.
SELECT coalesce(c.application_id, p.application_id) AS application_id, coalesce(c.correction, p.correction) AS correction,
       coalesce(c.resident_no, p.resident_no) AS resident_no
FROM (SELECT application_id, correction, resident_no, difference FROM correction WHERE difference > 0) c
FULL JOIN (SELECT p.application_id, p.correction, s.resident_no, s.amount
           FROM payment p JOIN payment_share s USING (payment_no)
           WHERE p.correction > 0 AND p.attempt = 1) p USING (application_id, correction, resident_no)
WHERE c.difference IS DISTINCT FROM p.amount
