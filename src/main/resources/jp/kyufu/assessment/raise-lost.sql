-- A finding for every resident with a live payment who is no longer entitled, unless it is being got back.
SELECT count(raise_finding(e.program_id, 'ENTITLEMENT_LOST', NULL, s.payment_no, NULL, e.resident_no, ''))
FROM entitlement e
JOIN payment_share s ON s.program_id = e.program_id AND s.resident_no = e.resident_no AND s.live
WHERE e.program_id = :program AND e.ineligible_snapshot IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM recovery_case c WHERE c.payment_no = s.payment_no AND c.resident_no = s.resident_no)
