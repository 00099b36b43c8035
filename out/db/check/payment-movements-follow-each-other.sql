-- The movements of a payment are numbered without a gap, each begins where the one before ended, and each has a posting.
SELECT e.payment_no, e.seq
FROM (
    SELECT payment_no, seq, from_state, posting_id,
           row_number() OVER w AS place, lag(to_state) OVER w AS before
    FROM payment_event WINDOW w AS (PARTITION BY payment_no ORDER BY seq)) e
LEFT JOIN posting USING (posting_id)
WHERE e.seq <> e.place OR e.from_state IS DISTINCT FROM e.before OR posting.posting_id IS NULL
