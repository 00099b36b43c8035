-- Whether a payment of a resident has been in a file and did not come back.
SELECT EXISTS (SELECT 1 FROM payment_share s JOIN payment p USING (payment_no)
               WHERE s.program_id = :program AND s.resident_no = :resident AND s.live AND p.state <> 'PLANNED')
