-- Where every recovery case of a program stands, with who opened it and why. :payment: of the claim of this payment alone;
-- null: of all.
SELECT b.*, g.business_day, g.person, CASE g.why WHEN '' THEN g.cause ELSE g.why END AS why
FROM recovery_balance b JOIN posting g USING (posting_id)
WHERE b.program_id = :program
  AND (CAST(:payment AS bigint) IS NULL
       OR b.payment_no IN (SELECT o.payment_no FROM payment p JOIN payment o USING (application_id)
                           WHERE p.payment_no = :payment))
ORDER BY b.case_no
