-- The released file in which a payment was sent; no row: in none.
SELECT f.file_no
FROM dispatch_item i JOIN dispatch_file f USING (file_no)
WHERE i.payment_no = :payment AND f.released_at IS NOT NULL
