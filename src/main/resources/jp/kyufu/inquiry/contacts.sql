-- Notes of calls about a household and some of its applications, the newest first. Plan: by index on each.
SELECT relation, topic, sealed, person, at
FROM contact
WHERE program_id = :program AND (household_no = :household::text OR application_id = ANY (:applications))
ORDER BY contact_no DESC
LIMIT 50
