-- Register duplicates of which one number is not entitled any more: nothing is left to be paid twice.
UPDATE finding f SET state = 'MOOT'
WHERE f.program_id = :program AND f.code = 'REGISTER_DUPLICATE' AND f.state = 'OPEN'
  AND EXISTS (SELECT 1 FROM entitlement e
              WHERE e.program_id = f.program_id AND e.resident_no IN (f.resident_no, f.other_resident_no)
                AND e.ineligible_snapshot IS NOT NULL)
