-- Stops with the bank's answers, in order of number. :program or :file null: of any. answer null: the bank has not said.
SELECT s.stop_no, s.payment_no, s.file_no, p.amount, s.reason, s.person, s.requested_at, s.deadline,
       a.outcome, a.document, a.told_by, a.dated
FROM payment_stop s
JOIN payment p USING (payment_no)
LEFT JOIN stop_answer a USING (stop_no)
WHERE (CAST(:program AS smallint) IS NULL OR p.program_id = :program)
  AND (CAST(:file AS integer) IS NULL OR s.file_no = :file)
ORDER BY s.stop_no
