-- Lots of points in order of payment number, after one, in one state or in any (:state null); :asked true: only those
-- that the provider is asked to take back.
SELECT * FROM point_lot_state
WHERE program_id = :program AND payment_no > :after
  AND (CAST(:state AS text) IS NULL OR state = :state) AND (asked OR NOT :asked)
ORDER BY payment_no
LIMIT :rows
