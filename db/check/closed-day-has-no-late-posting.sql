-- Nothing was posted on a day after it was closed.
SELECT g.posting_id, g.program_id, g.business_day, c.closed_on
FROM posting g JOIN day_close c USING (program_id)
WHERE g.business_day <= c.closed_on AND g.posting_id > c.last_posting
