-- Nobody is asked for more than his or her share, nothing is entered beyond it, and what ends a case without money, or gives
-- money back, was asked for by one person and done by another.
SELECT b.payment_no, b.resident_no, 'share' AS wrong
FROM (SELECT payment_no, resident_no, sum(owed) AS owed FROM recovery_balance GROUP BY payment_no, resident_no) b
LEFT JOIN payment_share s USING (payment_no, resident_no)
WHERE b.owed > coalesce(s.amount, 0)
UNION ALL
SELECT b.payment_no, b.resident_no, 'case ' || b.case_no
FROM recovery_balance b WHERE b.paid NOT BETWEEN 0 AND b.amount OR b.written_off + b.amount - b.owed > b.amount
UNION ALL
SELECT NULL, NULL, 'entry ' || e.entry_no
FROM recovery_entry e LEFT JOIN recovery_request r USING (request_no, case_no, kind, amount)
WHERE e.request_no IS NOT NULL AND (r.person IS DISTINCT FROM e.requested_by OR r.person = e.person)
