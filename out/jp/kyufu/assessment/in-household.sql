-- Whether a resident belongs to the household an application is matched to.
SELECT EXISTS (
    SELECT 1 FROM decision d
    JOIN entitlement e ON e.program_id = d.program_id AND e.household_no = d.household_no
    WHERE d.application_id = :application AND e.resident_no = :resident)
