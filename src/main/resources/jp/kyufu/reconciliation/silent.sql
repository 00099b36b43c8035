-- Payments of files that are accepted and that nobody said anything about: no return, no answer that waits for a person,
-- no movement after the day that is closed.
SELECT p.payment_no
FROM dispatch_item i JOIN payment p USING (payment_no)
WHERE i.file_no = ANY (:files) AND p.state = 'ACCEPTED'
  AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.payment_no = p.payment_no AND f.code = 'RESULT_UNEXPLAINED'
                                             AND f.state = 'OPEN')
  AND NOT EXISTS (SELECT 1 FROM payment_event e JOIN posting g USING (posting_id)
                  WHERE e.payment_no = p.payment_no AND g.business_day > :day)
ORDER BY p.payment_no
