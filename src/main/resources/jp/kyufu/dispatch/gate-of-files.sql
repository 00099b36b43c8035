-- What the gate and the stops say against the payments of each of these files, the first twenty in words; null: nothing.
-- Plan: the gate is asked once for all payments, and in words only for those it blocks.
WITH item AS MATERIALIZED (
    SELECT file_no, payment_no FROM dispatch_item WHERE file_no = ANY (:files)
), blocked AS MATERIALIZED (
    SELECT i.file_no, array_agg(DISTINCT i.payment_no) AS payments
    FROM gate_blocked(ARRAY(SELECT payment_no FROM item)) b JOIN item i USING (payment_no)
    GROUP BY i.file_no
)
SELECT f.file_no, gate_words(b.payments) AS gate, held_fast(f.payments) AS held
FROM (SELECT file_no, array_agg(payment_no) AS payments FROM item GROUP BY file_no) f
LEFT JOIN blocked b USING (file_no)
