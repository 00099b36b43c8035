-- Puts the lines of one round into their buckets, each into exactly one, as the books stand now.
-- That the originator cancelled what the bank has cancelled or stopped, by evidence recorded before, is nothing new.
-- A failed allocation may be answered with 0 points: what was granted, not what was asked for.
-- Points that were granted do not expire before the day the provider was told, and do not come back once claimed.
-- Promise: as many rows as the round has lines.
INSERT INTO result_line (result_file_no, line, bucket, payment_no, code, outcome, amount, granted_on, sealed)
SELECT :file, i.line,
       CASE
           WHEN s.file_no IS NULL THEN 'UNKNOWN_PAYMENT'
           WHEN s.rail <> CAST(:rail AS rail) THEN 'DIFFERS'
           WHEN s.rail = 'CASH' AND i.fingerprint IS DISTINCT FROM s.fingerprint THEN 'DIFFERS'
           WHEN i.amount IS DISTINCT FROM s.amount
                AND NOT (s.rail = 'POINTS' AND i.amount = 0 AND i.outcome <> 'CREDITED') THEN 'DIFFERS'
           WHEN i.outcome IS NULL THEN 'UNKNOWN_CODE'
           WHEN EXISTS (SELECT 1 FROM result_line k
                        WHERE k.payment_no = i.payment_no AND k.bucket = 'APPLIED' AND k.outcome = i.outcome)
               THEN 'ALREADY_APPLIED'
           WHEN s.state = 'RETURNED' AND s.cancelled AND i.outcome = 'CANCELLED_BY_ORIGINATOR' THEN 'ALREADY_APPLIED'
           WHEN s.state IN ('RELEASED', 'ACCEPTED') THEN 'APPLIED'
           WHEN s.state = 'SETTLED' AND i.outcome = 'CREDITED' THEN 'ALREADY_APPLIED'
           WHEN s.state = 'SETTLED' AND s.lot = 'CLAIMED' THEN 'AFTER_CLAIM'
           WHEN s.state = 'SETTLED' AND i.outcome = 'CODE_EXPIRED' AND coalesce(i.granted_on, CAST(:today AS date)) <= s.expires_on
               THEN 'EXPIRED_EARLY'
           WHEN s.state = 'SETTLED' THEN 'APPLIED'
           ELSE 'AFTER_CLOSE'
       END,
       i.payment_no, i.code, i.outcome, i.amount, i.granted_on, i.sealed
FROM result_in i
LEFT JOIN (
    SELECT p.payment_no, p.state, f.expires_on, t.state AS lot, d.fingerprint, d.amount, f.file_no, f.rail,
           f.state = 'CANCELLED' OR EXISTS (SELECT 1 FROM payment_stop o JOIN stop_answer a USING (stop_no)
                                            WHERE o.payment_no = p.payment_no AND a.outcome = 'CONFIRMED') AS cancelled
    FROM dispatch_item d
    JOIN dispatch_file f USING (file_no)
    JOIN payment p USING (payment_no)
    LEFT JOIN point_lot_state t ON t.payment_no = p.payment_no
    WHERE f.released_at IS NOT NULL AND f.program_id = :program) s USING (payment_no)
WHERE i.round = :round
