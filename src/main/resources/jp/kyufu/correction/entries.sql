-- What happened to a recovery case, oldest first.
SELECT e.kind, e.amount, e.dated, g.business_day, e.person, coalesce(e.requested_by, '') AS requested_by, e.evidence
FROM recovery_entry e JOIN posting g USING (posting_id)
WHERE e.case_no = :case
ORDER BY e.entry_no
