-- Every member that a correction of a program changed, with what followed: a further payment, a recovery case.
-- :payment: of the claim of this payment alone; null: of all.
SELECT c.application_id, c.correction, a.receipt_no, c.payment_no, c.resident_no, c.change, c.difference, c.evidence,
       g.business_day, g.person, g.why,
       (SELECT p.payment_no FROM payment p
        WHERE p.application_id = c.application_id AND p.correction = c.correction AND p.attempt = 1) AS top_up,
       (SELECT r.case_no FROM recovery_case r
        WHERE r.posting_id = c.posting_id AND r.resident_no = c.resident_no) AS case_no
FROM correction c
JOIN application a USING (application_id)
JOIN posting g USING (posting_id)
WHERE c.program_id = :program
  AND (CAST(:payment AS bigint) IS NULL
       OR c.application_id = (SELECT p.application_id FROM payment p WHERE p.payment_no = :payment))
ORDER BY c.posting_id, c.resident_no
