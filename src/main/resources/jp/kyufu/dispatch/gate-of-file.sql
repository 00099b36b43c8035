-- What the gate and the stops say against the payments of a file, the first twenty in words; null: nothing.
SELECT gate_words(i.payments) AS gate, held_fast(i.payments) AS held
FROM (SELECT array_agg(payment_no) AS payments FROM dispatch_item WHERE file_no = :file) i
