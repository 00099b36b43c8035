-- Tells assessment what a person must look at: payments that came back, and answers that explain nothing. An answer
-- after the close stops every payment of its application: another attempt may be on its way.
SELECT count(raise_finding(p.program_id,
    CASE l.bucket WHEN 'APPLIED' THEN 'PAYMENT_RETURNED' ELSE 'RESULT_UNEXPLAINED' END,
    CASE l.bucket WHEN 'AFTER_CLOSE' THEN p.application_id END,
    p.payment_no, NULL, NULL,
    CASE l.bucket WHEN 'APPLIED' THEN l.outcome ELSE l.bucket || ' ' || l.result_file_no || ':' || l.line END)::text)
FROM result_line l JOIN payment p USING (payment_no)
WHERE l.result_file_no = :file AND l.bucket <> 'ALREADY_APPLIED'
  AND (l.bucket <> 'APPLIED' OR l.outcome <> 'CREDITED')
