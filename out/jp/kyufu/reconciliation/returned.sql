-- A payment with the open finding that lets it be tried again; finding_no null: there is none.
SELECT p.payment_no, p.application_id, p.account_version, p.state,
       (SELECT min(f.finding_no) FROM finding f
        WHERE f.state = 'OPEN'
          AND ((f.code = 'PAYMENT_RETURNED' AND f.payment_no = p.payment_no)
               OR (f.code = 'PAYMENT_CANCELLED'
                   AND (f.payment_no = p.payment_no
                        OR f.payment_no IS NULL AND f.application_id = p.application_id)))) AS finding_no
FROM payment p
WHERE p.payment_no = :payment AND p.program_id = :program
