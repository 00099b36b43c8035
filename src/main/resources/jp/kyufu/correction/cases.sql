-- Where every recovery case of a program stands, with who opened it and why.
SELECT b.*, g.business_day, g.person, CASE g.why WHEN '' THEN g.cause ELSE g.why END AS why
FROM recovery_balance b JOIN posting g USING (posting_id)
WHERE b.program_id = :program
ORDER BY b.case_no
