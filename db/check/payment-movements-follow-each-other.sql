-- The movements of a payment are numbered without a gap, each begins where the one before ended, and each has a posting.
-- Plan: each movement is joined to the one before it; nothing is sorted.
SELECT e.payment_no, e.seq
FROM payment_event e
LEFT JOIN payment_event b ON b.payment_no = e.payment_no AND b.seq = e.seq - 1
LEFT JOIN posting g ON g.posting_id = e.posting_id
WHERE e.seq < 1 OR (e.seq > 1 AND b.payment_no IS NULL) OR e.from_state IS DISTINCT FROM b.to_state OR g.posting_id IS NULL
