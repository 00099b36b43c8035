-- What was credited by business day and rail: payments that became SETTLED, whatever came back later.
SELECT g.business_day AS day, p.rail, count(*) AS count, sum(p.amount)::bigint AS sum
FROM payment_event e JOIN posting g USING (posting_id) JOIN payment p USING (payment_no)
WHERE p.program_id = :program AND e.to_state = 'SETTLED'
GROUP BY g.business_day, p.rail ORDER BY g.business_day, p.rail
