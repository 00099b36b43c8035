-- Each daily close holds the digest of the one before and its own, made anew from its lines.
SELECT c.program_id, c.closed_on,
       CASE WHEN c.digest IS DISTINCT FROM day_close_digest(c.program_id, c.closed_on, c.previous)
            THEN 'changed' ELSE 'unchained' END AS wrong
FROM (SELECT d.*,
             lag(d.digest, 1, decode(repeat('00', 32), 'hex')) OVER (PARTITION BY d.program_id ORDER BY d.closed_on)
                 AS before,
             lag(d.closed_on) OVER (PARTITION BY d.program_id ORDER BY d.closed_on) AS day_before
      FROM day_close d) c
WHERE c.digest IS DISTINCT FROM day_close_digest(c.program_id, c.closed_on, c.previous)
   OR c.previous IS DISTINCT FROM c.before OR c.since IS DISTINCT FROM c.day_before
