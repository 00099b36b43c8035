-- Which of these residents are entitled under a program. Plan: by primary key.
SELECT resident_no
FROM entitlement
WHERE program_id = :program AND resident_no = ANY (:numbers) AND ineligible_snapshot IS NULL
